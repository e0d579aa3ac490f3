package io.visitwatch.app.replay;

import io.visitwatch.ingest.extract.Fingerprint;
import io.visitwatch.model.Article;
import io.visitwatch.model.DateQuality;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import io.visitwatch.model.wire.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Archives of invented news for the tests of replay. */
public final class Archives {
    private static final String[] OFFICES = {
        "foreign minister", "defence minister", "prime minister", "finance minister"
    };
    private static final String[][] STATES = {
        {"Turkish", "Kemal Aydin"},
        {"French", "Claire Vasseur"},
        {"Jordanian", "Samer al-Khatib"},
        {"Italian", "Marco Bellandi"}
    };

    private Archives() {}

    /** Documents in the form of {@code detect}, every third of them with a visit. */
    public static List<String> docs(int count) {
        List<String> docs = new ArrayList<>();
        for (Story story : stories(count)) {
            docs.add(Json.write(Map.of(
                    "id",
                    story.id(),
                    "title",
                    "",
                    "text",
                    story.text(),
                    "published",
                    story.day().toString())));
        }
        return docs;
    }

    /** The same stories as articles of an export; every ninth is corrected a day later, and no longer tells of a visit. */
    public static List<Article> articles(int count) {
        List<Article> articles = new ArrayList<>();
        int number = 0;
        for (Story story : stories(count)) {
            articles.add(article(story, 0, story.text()));
            if (number++ % 9 == 0) {
                articles.add(article(story, 1, "Correction: the story of the visit was wrong and is withdrawn."));
            }
        }
        return articles;
    }

    private record Story(String id, LocalDate day, String text) {}

    private static Article article(Story story, int revision, String text) {
        var day = story.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        return Article.named(story.id(), day.plusSeconds(86_400L * revision + 600))
                .revision(revision)
                .from("https://news.example/" + story.id(), "feed", new Outlet("The Example", null, SourceClass.OTHER))
                .language("en")
                .says("News of the day", "", text)
                .published(day, DateQuality.DAY)
                .modified(revision == 0 ? null : day.plusSeconds(86_400L * revision))
                .extractedBy("dom")
                .fingerprint(Fingerprint.of(text))
                .build();
    }

    private static List<Story> stories(int count) {
        List<Story> stories = new ArrayList<>();
        Random random = new Random(11);
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < count; i++) {
            day = day.plusDays(random.nextInt(3));
            String[] state = STATES[random.nextInt(STATES.length)];
            String text = state[0] + " " + OFFICES[random.nextInt(OFFICES.length)] + " " + state[1]
                    + " arrived in Baghdad on " + "Sunday and met Iraq's prime minister, officials said.";
            String other = "The council of the old town met and spoke about the bridge and the school.";
            stories.add(new Story("doc-" + i, day, i % 3 == 0 ? text : other));
        }
        return stories;
    }
}
