package io.visitwatch.ingest.fetch;

import io.visitwatch.ingest.fetch.FetchResult.Reason;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body under its caps, undoing one content coding.
 *
 * <p>A body that breaks off keeps what was read, marked incomplete: a feed's items before the cut may still be used.
 */
final class BodyReader {
    /** Small bodies may shrink well without being a bomb. */
    private static final long RATIO_FROM = 256 * 1024;

    private static final int CHUNK = 16 * 1024;

    private final FetchLimits limits;
    private final boolean truncate;

    BodyReader(FetchLimits limits, boolean truncate) {
        this.limits = limits;
        this.truncate = truncate;
    }

    /** A body as far as it came. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once
    record Body(byte[] bytes, long rawBytes, boolean complete) {}

    /**
     * Reads to the end.
     *
     * @param in body as sent
     * @param coding value of {@code Content-Encoding}; null when not sent
     * @throws RefusedBodyException when a cap is passed or the coding is unknown
     */
    Body read(InputStream in, @Nullable String coding) throws RefusedBodyException {
        Counted raw = new Counted(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        try (InputStream decoded = decoder(raw, coding)) {
            boolean complete = copy(decoded, raw, out);
            return new Body(out.toByteArray(), raw.count, complete);
        } catch (RefusedBodyException e) {
            throw e;
        } catch (IOException e) {
            if (out.size() == 0) {
                throw new RefusedBodyException(Reason.BROKEN, "the body broke off at once: " + e.getMessage(), e);
            }
            return new Body(out.toByteArray(), raw.count, false);
        }
    }

    private static InputStream decoder(InputStream raw, @Nullable String coding) throws IOException {
        String name = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity", "none" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw, CHUNK);
            case "br" -> new BrotliInputStream(raw, CHUNK);
            default -> throw new RefusedBodyException(Reason.ENCODING, "content coding not asked for: " + coding, null);
        };
    }

    /** Copies under the caps; false when cut at one because the request asked for that. */
    private boolean copy(InputStream decoded, Counted raw, ByteArrayOutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int n = decoded.read(chunk);
        while (n >= 0) {
            long total = out.size() + (long) n;
            if (total > limits.decodedBytes() || raw.count > limits.rawBytes()) {
                if (truncate) {
                    out.write(chunk, 0, (int) Math.max(0, Math.min(n, limits.decodedBytes() - out.size())));
                    return false;
                }
                throw new RefusedBodyException(
                        Reason.TOO_LARGE,
                        "body over the cap (" + limits.rawBytes() + " bytes raw, " + limits.decodedBytes()
                                + " decoded)",
                        null);
            }
            if (total > RATIO_FROM && total > raw.count * limits.ratio()) {
                throw new RefusedBodyException(
                        Reason.BOMB, "body grows more than " + limits.ratio() + " times when decoded", null);
            }
            out.write(chunk, 0, n);
            n = decoded.read(chunk);
        }
        return true;
    }

    /** Why a body was given up. */
    static final class RefusedBodyException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;

        RefusedBodyException(Reason reason, String detail, @Nullable Throwable cause) {
            super(detail, cause);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        /** Closing would read the rest of the body: whoever holds the connection decides about that. */
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
