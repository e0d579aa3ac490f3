package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.app.run.Parts;
import io.visitwatch.enrich.Enriched;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.ingest.extract.ArticleAssembler;
import io.visitwatch.ingest.extract.ArticleExtractor;
import io.visitwatch.ingest.extract.ExtractedPage;
import io.visitwatch.ingest.extract.PageInput;
import io.visitwatch.ingest.extract.Publication;
import io.visitwatch.ingest.fetch.FetchRequest;
import io.visitwatch.ingest.fetch.FetchResult;
import io.visitwatch.ingest.fetch.FetcherConfig;
import io.visitwatch.ingest.fetch.HttpFetcher;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One article through every step, each step saying what it made of it. */
@Command(name = "explain", description = "Show what is read out of one article, and why it would or would not alert.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "URL|FILE",
            description = "Address of a page, saved page (.html), article as JSON; - for input.")
    private String source;

    @Option(names = "--url", description = "Address the saved page came from.")
    private @Nullable String url;

    @Option(
            names = "--published",
            paramLabel = "TIME",
            description = "Publication time (ISO), where the page has none.")
    private @Nullable Instant published;

    @Option(names = "--country", paramLabel = "CODE", description = "Home of the outlet.")
    private @Nullable String country;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Visitwatch root = Visitwatch.of(spec);
        Article article = article(bytes(root));
        Enricher enricher = Enricher.create(Parts.enrichConfig(root.config()));
        Enriched read = enricher.enrich(article);
        if (json) {
            ObjectNode all = Json.mapper().valueToTree(read);
            all.put("dataVersion", enricher.dataVersion());
            root.out().println(all.toPrettyString());
        } else {
            root.out().print(new Explanation(root.talk()).of(read, enricher.dataVersion()));
        }
        return ExitCode.OK;
    }

    private byte[] bytes(Visitwatch root) throws IOException {
        if (source.equals("-")) {
            return root.console().in().readAllBytes();
        }
        if (source.startsWith("http://") || source.startsWith("https://")) {
            return fetched(root);
        }
        Path file = Path.of(source);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(ExitCode.USAGE, "no such file: " + source);
        }
        return Streams.bytes(file);
    }

    /** The page through the service's own guarded client: what the service may not fetch, this may not either. */
    private byte[] fetched(Visitwatch root) {
        FetcherConfig settings = Parts.ingestConfig(root.config().config()).fetcher();
        try (HttpFetcher fetcher = new HttpFetcher(settings)) {
            FetchResult result = fetcher.fetch(FetchRequest.get(source, FetchRequest.ACCEPT_PAGE));
            if (result instanceof FetchResult.Fetched page && page.status() < 400) {
                url = page.url();
                return page.body();
            }
            String why = result instanceof FetchResult.Failed failed ? failed.detail() : "no page was answered";
            throw new Refusal(ExitCode.ENVIRONMENT, source + " cannot be fetched: " + why);
        }
    }

    private Article article(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8).strip();
        if (start.startsWith("{")) {
            try {
                return Json.read(new String(body, StandardCharsets.UTF_8), Article.class);
            } catch (JsonProcessingException e) {
                throw new Refusal(ExitCode.USAGE, source + ": no article as JSON (" + e.getOriginalMessage() + ")", e);
            }
        }
        Publication publication = Publication.of(null, new Outlet("", country, SourceClass.OTHER));
        Instant seen = published == null ? Instant.now() : published;
        ExtractedPage page = ArticleExtractor.extract(PageInput.of(body, url));
        Article article = ArticleAssembler.assemble(publication, null, page, seen, 0, false);
        return published == null || article.published() != null ? article : dated(article, published);
    }

    private static Article dated(Article article, Instant published) {
        ObjectNode tree = Json.mapper().valueToTree(article);
        tree.put("published", published.toString()).put("dateQuality", "exact");
        try {
            return Json.mapper().treeToValue(tree, Article.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an article does not read its own JSON", e);
        }
    }
}
