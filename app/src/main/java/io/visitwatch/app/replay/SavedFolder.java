package io.visitwatch.app.replay;

import io.visitwatch.ingest.extract.ArticleAssembler;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.ingest.extract.Publication;
import io.visitwatch.ingest.feed.FeedDocument;
import io.visitwatch.ingest.feed.FeedReader;
import io.visitwatch.ingest.feed.FeedResult;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Saved pages and feed documents: one file, or all files of a folder in the order of their names, so that an archive of feed pages
 * (RFC 5005) saved one by one is read whole. Nothing is fetched. Times of files say nothing about the news and are not used.
 */
final class SavedFolder implements ReplaySource {
    private static final String PAGE = ".*\\.html?(\\.gz)?";
    private static final String FEED = ".*\\.(xml|rss|atom|rdf)(\\.gz)?";
    private static final int MAX_BYTES = 20_000_000;

    /** A saved file says not when it was first seen: late enough to believe every date the page states. */
    private static final Instant UNSEEN = ArticleDocs.LATEST;

    private final Path root;

    SavedFolder(Path root) {
        this.root = root;
    }

    static boolean claims(Path file) {
        String name = file.toString();
        return name.matches(PAGE) || name.matches(FEED);
    }

    @Override
    public String identity() {
        return Sources.identity("saved", root);
    }

    @Override
    public Items open() throws IOException {
        try (Stream<Path> walked = Files.walk(root)) {
            List<Path> files = walked.filter(Files::isRegularFile)
                    .filter(SavedFolder::claims)
                    .sorted()
                    .toList();
            return new SavedItems(root, files);
        }
    }

    /** The articles of a saved page; its address is unknown unless the page states it. */
    static List<Article> page(byte[] body, @Nullable String charset, @Nullable String url, Instant seen) {
        ExtractedPage page = ArticleExtractor.extract(new PageInput(body, charset, url, null, null));
        if (page.text().isEmpty() && page.title().isEmpty()) {
            return List.of();
        }
        Publication source = Publication.of(null, outlet(page.siteName()));
        return List.of(
                ArticleDocs.seenWhenPublished(ArticleAssembler.assemble(source, null, page, seen, 0, false), seen));
    }

    private static Outlet outlet(@Nullable String name) {
        return new Outlet(name == null ? "" : name, null, SourceClass.OTHER);
    }

    private static List<Article> feed(Path file, byte[] body) throws ReplayItem.UnreadableException {
        FeedResult result = FeedReader.read(FeedDocument.of(body, "file:///" + file.getFileName()));
        if (result instanceof FeedResult.Refused refused) {
            throw new ReplayItem.UnreadableException(refused.cause());
        }
        FeedResult.Read read = (FeedResult.Read) result;
        Publication source = Publication.of(null, outlet(read.head().title()));
        return read.entries().stream()
                .map(entry -> ArticleAssembler.assemble(source, FeedEntries.hints(entry), null, UNSEEN, 0, false))
                .map(article -> ArticleDocs.seenWhenPublished(article, UNSEEN))
                .toList();
    }

    private static List<Article> read(Path file) throws ReplayItem.UnreadableException {
        try (InputStream in = new CountedFile(file).unpacked()) {
            byte[] body = in.readNBytes(MAX_BYTES);
            return file.toString().matches(PAGE) ? page(body, null, null, UNSEEN) : feed(file, body);
        } catch (IOException e) {
            throw new ReplayItem.UnreadableException("cannot be read: " + e.getMessage());
        }
    }

    private static final class SavedItems implements Items {
        private final Path root;
        private final Iterator<Path> files;
        private final int count;
        private int done;

        SavedItems(Path root, List<Path> files) {
            this.root = root;
            this.files = files.iterator();
            this.count = files.size();
        }

        @Override
        public boolean hasNext() {
            return files.hasNext();
        }

        @Override
        public ReplayItem next() {
            Path file = files.next();
            done++;
            Path place = root.equals(file) ? file.getFileName() : root.relativize(file);
            return new ReplayItem(place.toString(), () -> read(file));
        }

        @Override
        public double share() {
            return count == 0 ? 1 : (double) done / count;
        }

        @Override
        public void close() {}
    }
}
