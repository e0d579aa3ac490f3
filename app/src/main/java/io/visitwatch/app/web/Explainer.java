package io.visitwatch.app.web;

import io.visitwatch.enrich.Enriched;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.ingest.extract.ArticleAssembler;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.ingest.extract.Publication;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one article the way the service reads all, without keeping anything. Pages come through the guarded fetcher. */
public final class Explainer implements AutoCloseable {
    private static final String PASTED = "pasted";

    private final Supplier<@Nullable Enricher> enricher;
    private final HttpFetcher fetcher;

    /**
     * An explainer.
     *
     * @param enricher what reads articles; gives null as long as it is not there
     * @param manners where pages may be fetched
     */
    public Explainer(Supplier<@Nullable Enricher> enricher, FetcherConfig manners) {
        this.enricher = enricher;
        this.fetcher = new HttpFetcher(manners);
    }

    /** What came of a question. */
    sealed interface Answer {
        /** Read. */
        record Read(Enriched enriched, String dataVersion) implements Answer {}

        /** The page did not come. */
        record Unreachable(String why) implements Answer {}

        /** Nothing here reads articles now. */
        record NotReady() implements Answer {}
    }

    /** Explains the page at {@code url}. */
    Answer page(String url, @Nullable String country, Instant now) {
        Enricher reader = enricher.get();
        if (reader == null) {
            return new Answer.NotReady();
        }
        FetchResult result = fetcher.fetch(FetchRequest.get(url, FetchRequest.ACCEPT_PAGE));
        if (result instanceof FetchResult.Fetched fetched) {
            Publication publication = Publication.of(null, outlet(country));
            var page = ArticleExtractor.extract(PageInput.of(fetched.body(), fetched.url()));
            return read(reader, ArticleAssembler.assemble(publication, null, page, now, 0, false));
        }
        return new Answer.Unreachable(result instanceof FetchResult.Failed failed ? failed.detail() : url);
    }

    /** Explains pasted text, its first line the title. */
    Answer text(String text, @Nullable String country, Instant published) {
        Enricher reader = enricher.get();
        if (reader == null) {
            return new Answer.NotReady();
        }
        String[] parts = text.strip().split("\\R", 2);
        return read(
                reader,
                Article.named(PASTED, published)
                        .from(null, null, outlet(country))
                        .says(parts[0].strip(), "", parts.length > 1 ? parts[1].strip() : "")
                        .published(published)
                        .extractedBy(PASTED)
                        .build());
    }

    private static Answer read(Enricher reader, Article article) {
        return new Answer.Read(reader.enrich(article), reader.dataVersion());
    }

    private static Outlet outlet(@Nullable String country) {
        return new Outlet("", country, SourceClass.OTHER);
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
