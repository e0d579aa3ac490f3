package io.visitwatch.app.faults;

import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.model.Article;
import io.visitwatch.model.Outlet;
import io.visitwatch.model.SourceClass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Articles of invented outlets: many visitors, each told by several outlets, between them news of no visit at all. */
final class Archive {
    private static final List<String> STATES = List.of(
            "Turkish",
            "Iranian",
            "Jordanian",
            "French",
            "German",
            "Italian",
            "Egyptian",
            "Kuwaiti",
            "Saudi",
            "Qatari",
            "British",
            "Spanish",
            "Russian",
            "Chinese",
            "Indian",
            "Lebanese",
            "Syrian",
            "Omani",
            "Polish",
            "Dutch");
    private static final List<String> OFFICES = List.of(
            "foreign minister", "defence minister", "interior minister", "oil minister", "president", "prime minister");
    private static final List<String> DEEDS = List.of(
            "arrived in Baghdad on an official visit and was received at the airport",
            "arrived in Baghdad for talks with Iraqi officials about trade and water",
            "met the Iraqi prime minister in Baghdad after arriving in the city",
            "will visit Baghdad next week, the foreign ministry said in a statement",
            "spoke by telephone with his Iraqi counterpart and did not travel");

    private Archive() {}

    /** {@code count} articles, the same for the same count and start. */
    static List<Article> of(int count, Instant start) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String who = STATES.get(i % STATES.size()) + " " + OFFICES.get(i / STATES.size() % OFFICES.size());
            String deed = DEEDS.get(i * 7 % DEEDS.size());
            String title = "The " + who + (deed.contains("telephone") ? " calls Baghdad" : " and Baghdad");
            String text = "The " + who + " " + deed + ". Report " + i + " of this outlet adds that markets were open,"
                    + " that the weather was fair and that nothing else was said on page " + i % 40 + ".";
            articles.add(article(i, title, text, start.plus(i, ChronoUnit.MILLIS)));
        }
        return articles;
    }

    /** An article of its own about an arrival. */
    static Article arrival(int number, String who, Instant published) {
        return article(number, "The " + who + " and Baghdad", "The " + who + " " + DEEDS.get(0) + ".", published);
    }

    private static Article article(int number, String title, String text, Instant published) {
        String id = String.format(Locale.ROOT, "%032x", number);
        return Article.named(id, published)
                .from(
                        "https://outlet" + number % 17 + ".example/" + number,
                        "feed" + number % 17,
                        new Outlet("Outlet " + number % 17, null, SourceClass.OTHER))
                .language("en")
                .says(title, "", text)
                .published(published)
                .extractedBy("test")
                .build();
    }

    /** Puts articles on their topic, in order, and waits for the broker to have them. */
    static void send(KafkaAccess access, List<Article> articles) throws InterruptedException, ExecutionException {
        var topic = access.topics().articles();
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(
                access.client(), topic.keys().serializer(), topic.values().serializer())) {
            for (Article article : articles) {
                sent.add(producer.send(new ProducerRecord<>(topic.name(), article.id(), article)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }
}
