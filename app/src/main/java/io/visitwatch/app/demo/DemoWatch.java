package io.visitwatch.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.app.run.AlertLog;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a demo as a subscriber would and knows when it is over: all stories published and read, and nothing new for a while.
 *
 * <p>Why articles gave no report is not on a topic; the same pure reading is done once more here to count it.
 */
public final class DemoWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Demo demo;
    private final DemoTally tally;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong lastNews = new AtomicLong(System.nanoTime());
    private final Thread articles;
    private final Runnable unsubscribe;

    /**
     * Starts watching.
     *
     * @param onAlert called with each alert, from another thread
     */
    public DemoWatch(Demo demo, DemoTally tally, Consumer<Alert> onAlert) {
        this.demo = demo;
        this.tally = tally;
        this.articles = new Thread(this::readArticles, "demo-articles");
        articles.setDaemon(true);
        articles.start();
        this.unsubscribe = demo.service().board().alerts().subscribe("0:0", entry -> alert(entry, onAlert));
    }

    /** Whether every story has been read and nothing came for {@code quiet}. */
    public boolean over(Duration quiet) {
        return demo.newsroom().complete()
                && tally.articles() >= demo.newsroom().data().size()
                && System.nanoTime() - lastNews.get() > quiet.toNanos();
    }

    /** Whether nothing came for {@code quiet}, read or not. */
    public boolean silent(Duration quiet) {
        return System.nanoTime() - lastNews.get() > quiet.toNanos();
    }

    @Override
    public void close() {
        running.set(false);
        unsubscribe.run();
        try {
            articles.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void alert(AlertLog.Entry entry, Consumer<Alert> onAlert) {
        lastNews.set(System.nanoTime());
        tally.alert(entry.alert());
        onAlert.accept(entry.alert());
    }

    private void readArticles() {
        Enricher enricher = demo.service().enricher();
        KafkaAccess access = demo.service().access();
        if (enricher == null) {
            return;
        }
        try (TopicReader reader =
                TopicReader.open(access, access.topics().articles().name(), PATIENCE)) {
            reader.follow(running::get, record -> {
                article(enricher, record);
                return running.get();
            });
        }
    }

    private void article(Enricher enricher, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Article article = Json.read(new String(record.value(), StandardCharsets.UTF_8), Article.class);
            lastNews.set(System.nanoTime());
            tally.article(enricher.enrich(article));
        } catch (JsonProcessingException e) {
            LOG.warn("article at offset {} is unreadable", record.offset(), e);
        }
    }
}
