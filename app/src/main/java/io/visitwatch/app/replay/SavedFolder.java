package io.visitwatch.app.replay;

import io.visitwatch.ingest.extract.ArticleAssembler;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.EntryHints;
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
 * Saved pages and feed documents: one file, or all files of a folder in the order of their names. The documents of a feed's archive
 * (RFC 5005) are joined by their links, see {@link FeedArchive}. Nothing is fetched. Times of files say nothing about the news and are not used.
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
            List<Path> feeds = files.stream().filter(file -> !isPage(file)).toList();
            return new SavedItems(root, files, FeedArchive.of(feeds));
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

    private static List<Article> feed(Path file, FeedArchive archive, byte[] body)
            throws ReplayItem.UnreadableException {
        FeedResult result = FeedReader.read(FeedDocument.of(body, "file:///" + file.getFileName()));
        if (result instanceof FeedResult.Refused refused) {
            throw new ReplayItem.UnreadableException(refused.cause());
        }
        FeedResult.Read read = (FeedResult.Read) result;
        Publication source = Publication.of(null, outlet(read.head().title()));
        String language = read.head().language();
        return read.entries().stream()
                .filter(entry -> !archive.isSuperseded(file, entry))
                .map(entry -> EntryHints.of(entry, true, language))
                .map(hints -> ArticleAssembler.assemble(source, hints, null, UNSEEN, 0, false))
                .map(article -> ArticleDocs.seenWhenPublished(article, UNSEEN))
                .toList();
    }

    /** The bytes of a saved file, unpacked, as far as they are read. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = new CountedFile(file).unpacked()) {
            return in.readNBytes(MAX_BYTES);
        }
    }

    private static List<Article> read(Path file, FeedArchive archive) throws ReplayItem.UnreadableException {
        try {
            byte[] body = bytes(file);
            return isPage(file) ? page(body, null, null, UNSEEN) : feed(file, archive, body);
        } catch (IOException e) {
            throw new ReplayItem.UnreadableException("cannot be read: " + e.getMessage());
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().matches(PAGE);
    }

    private static final class SavedItems implements Items {
        private final Path root;
        private final FeedArchive archive;
        private final Iterator<ReplayItem> items;
        private final int count;
        private int done;

        SavedItems(Path root, List<Path> files, FeedArchive archive) {
            this.root = root;
            this.archive = archive;
            List<FeedArchive.Gap> gaps =
                    root.equals(files.isEmpty() ? null : files.get(0)) ? List.of() : archive.gaps();
            this.count = files.size() + gaps.size();
            this.items = Stream.concat(
                            files.stream().map(this::item), gaps.stream().map(this::item))
                    .iterator();
        }

        private ReplayItem item(Path file) {
            return new ReplayItem(place(file), () -> read(file, archive));
        }

        private ReplayItem item(FeedArchive.Gap gap) {
            return ReplayItem.bad(
                    place(gap.file()),
                    "the archive goes on at " + gap.address() + ", which was not saved in this folder");
        }

        private String place(Path file) {
            return (root.equals(file) ? file.getFileName() : root.relativize(file)).toString();
        }

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public ReplayItem next() {
            done++;
            return items.next();
        }

        @Override
        public double share() {
            return count == 0 ? 1 : (double) done / count;
        }

        @Override
        public void close() {}
    }
}
