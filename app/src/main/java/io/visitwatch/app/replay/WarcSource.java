package io.visitwatch.app.replay;

import io.visitwatch.model.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Pages of a WARC file, as web archives and Common Crawl's news collection keep them, plain or gzip by record, and articles of our own
 * export. Records are framed by
 * {@link WarcFrames}, which goes on after a damaged one; what stands in a record is read by jwarc.
 */
final class WarcSource implements ReplaySource {
    /** Longest page read, unpacked. */
    static final int MAX_PAGE = 20_000_000;

    private final Path file;

    WarcSource(Path file) {
        this.file = file;
    }

    static boolean claims(Path file) {
        return file.toString().matches(".*\\.warc(\\.gz)?");
    }

    @Override
    public String identity() {
        return Sources.identity("warc", file);
    }

    @Override
    public Items open() throws IOException {
        return new Records(WarcFrames.open(file), file.getFileName().toString());
    }

    private static List<Article> read(byte[] bytes) throws ReplayItem.UnreadableException {
        Optional<byte[]> json = WarcArticles.json(bytes);
        if (json.isPresent()) {
            return List.of(ArticleDocs.read(new String(json.get(), StandardCharsets.UTF_8)));
        }
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes))) {
            WarcRecord entry = reader.next().orElse(null);
            if (!(entry instanceof WarcResponse response)) {
                return List.of();
            }
            HttpResponse http = response.http();
            MediaType type = http.contentType();
            if (http.status() != 200 || !isPage(type)) {
                return List.of();
            }
            String address = required(response, "WARC-Target-URI");
            Instant date = Instant.parse(required(response, "WARC-Date"));
            return SavedFolder.page(body(http), type.parameters().get("charset"), address, date);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new ReplayItem.UnreadableException("damaged record: " + e.getMessage());
        }
    }

    /** The library's own getters fail with an exception of no meaning where a header is missing. */
    private static String required(WarcRecord entry, String header) throws ReplayItem.UnreadableException {
        return entry.headers()
                .sole(header)
                .orElseThrow(() -> new ReplayItem.UnreadableException("damaged record: no " + header));
    }

    private static byte[] body(HttpResponse http) throws IOException, ReplayItem.UnreadableException {
        try (InputStream in = http.bodyDecoded().stream()) {
            byte[] body = in.readNBytes(MAX_PAGE + 1);
            if (body.length > MAX_PAGE) {
                throw new ReplayItem.UnreadableException("the page unpacks to more than " + MAX_PAGE + " bytes");
            }
            return body;
        }
    }

    private static boolean isPage(MediaType type) {
        String base = type.base().toString().toLowerCase(Locale.ROOT);
        return base.equals("text/html") || base.equals("application/xhtml+xml");
    }

    private static final class Records implements Items {
        private final WarcFrames frames;
        private final String name;
        private WarcFrames.@Nullable Frame next;

        Records(WarcFrames frames, String name) throws IOException {
            this.frames = frames;
            this.name = name;
            this.next = frames.next();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public ReplayItem next() {
            WarcFrames.Frame frame = next;
            if (frame == null) {
                throw new NoSuchElementException();
            }
            try {
                next = frames.next();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            String place = name + "@" + frame.offset();
            return frame.damage() == null
                    ? new ReplayItem(place, () -> read(frame.bytes()))
                    : ReplayItem.bad(place, frame.damage());
        }

        @Override
        public double share() {
            return frames.share();
        }

        @Override
        public void close() throws IOException {
            frames.close();
        }
    }
}
