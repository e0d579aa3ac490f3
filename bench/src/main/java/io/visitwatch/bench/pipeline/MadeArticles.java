package io.visitwatch.bench.pipeline;

import io.visitwatch.bench.parts.MadeNames;
import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Articles of 2.2 KB, some of which report a visit of their own, and keyword queries. */
final class MadeArticles {
    private static final Instant FIRST = Instant.parse("2016-01-10T09:00:00Z");
    private static final Outlet OUTLET = new Outlet("Made News", null, SourceClass.AGENCY);
    private static final List<String> COUNTRIES =
            List.of("French", "German", "Turkish", "Iranian", "Egyptian", "Jordanian", "Japanese", "Polish");

    private MadeArticles() {}

    /**
     * Articles in the order of their time.
     *
     * @param every each so manieth reports a visit, of another minister on another day each time
     */
    static List<Article> of(int count, int every) {
        List<String> texts = MadeNames.articles(count, MadeNames.of(1_000));
        List<Article> articles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean visit = i % every == 0;
            String country = COUNTRIES.get(i / every % COUNTRIES.size());
            String lead = "The " + country + " foreign minister arrived in Baghdad today for talks with Iraqi leaders.";
            articles.add(article(
                    id(i),
                    visit ? country + " foreign minister arrives in Baghdad" : "Markets",
                    visit ? lead + "\n\n" + texts.get(i) : texts.get(i),
                    FIRST.plus(Duration.ofDays(i / every * 2L))));
        }
        return articles;
    }

    static String id(int number) {
        return "made-" + number + ".";
    }

    private static Article article(String id, String title, String text, Instant at) {
        return new Article(
                id,
                0,
                "http://127.0.0.1/" + id,
                null,
                OUTLET,
                "en",
                title,
                "",
                text,
                null,
                at,
                DateQuality.EXACT,
                null,
                at,
                "made",
                List.of(),
                null,
                false,
                List.of());
    }

    /** Boolean queries over words and names of the articles. */
    static Map<String, String> queries(int count) {
        List<String> names = MadeNames.of(count);
        Map<String, String> queries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            queries.put("q" + i, "\"" + names.get(i) + "\" OR (energy AND capital AND term" + i + ")");
        }
        return queries;
    }
}
