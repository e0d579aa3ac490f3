package io.visitwatch.app.archive;

import io.visitwatch.app.replay.ArticleRange;
import io.visitwatch.app.replay.WarcArticles;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes articles as they stand in the topic, as JSON lines or as a web archive. */
public final class ArticleWriter {
    private final OutputStream out;
    private final boolean warc;
    private final boolean packed;

    private ArticleWriter(OutputStream out, boolean warc, boolean packed) {
        this.out = out;
        this.warc = warc;
        this.packed = packed;
    }

    /**
     * A writer to a stream.
     *
     * @param out a web archive packs its records itself; JSON lines are written as they are
     * @param packed whether the records of a web archive are gzip members
     */
    public static ArticleWriter of(OutputStream out, boolean warc, boolean packed) throws IOException {
        if (warc) {
            out.write(WarcArticles.opening(packed));
        }
        return new ArticleWriter(out, warc, packed);
    }

    /**
     * Writes one article when it lies in the range.
     *
     * @return false when it is no article
     */
    public boolean write(byte @Nullable [] json, ArticleRange range) throws IOException {
        Article article;
        try {
            article = json == null ? null : Json.mapper().readValue(json, Article.class);
        } catch (IOException e) {
            return false;
        }
        if (json == null || article == null) {
            return false;
        }
        if (range.holds(article.eventTime())) {
            write(article, json);
        }
        return true;
    }

    private void write(Article article, byte[] json) throws IOException {
        if (warc) {
            out.write(WarcArticles.record(article, json, packed));
        } else {
            byte[] line = Arrays.copyOf(json, json.length + 1);
            for (int i = 0; i < json.length; i++) {
                // between the parts of a foreign writer's JSON; inside a string JSON allows no raw line break
                line[i] = line[i] == '\n' || line[i] == '\r' ? (byte) ' ' : line[i];
            }
            line[json.length] = '\n';
            out.write(line);
        }
    }
}
