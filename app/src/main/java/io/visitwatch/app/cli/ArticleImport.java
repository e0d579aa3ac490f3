package io.visitwatch.app.cli;

import io.visitwatch.app.archive.ArchiveFile;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.model.Article;
import io.visitwatch.model.wire.CloudEventHeaders;
import io.visitwatch.model.wire.EventTimeHeader;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes articles of an archive to the articles topic, one transaction per thousand. */
final class ArticleImport implements ArchiveFile.Sink, AutoCloseable {
    private static final int BATCH = 1000;
    private static final int MAX_REQUEST = 8_000_000;

    private final String topic;
    private final Talk talk;
    private final KafkaProducer<String, byte[]> producer;
    private final Progress progress;
    private int inBatch;
    private int refused;

    ArticleImport(KafkaAccess access, Talk talk) {
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put("transactional.id", access.topics().prefix() + "-archive-import");
        settings.put("max.request.size", MAX_REQUEST);
        settings.put("compression.type", "lz4");
        this.topic = access.topics().articles().name();
        this.talk = talk;
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.progress = Progress.counting(talk, "import");
        producer.initTransactions();
        producer.beginTransaction();
    }

    @Override
    public void article(Article article, byte[] json) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, article.id(), json);
        CloudEventHeaders.put(
                outgoing.headers(),
                "article",
                article.id() + "-" + article.revision(),
                "archive",
                article.id(),
                article.eventTime());
        EventTimeHeader.put(outgoing.headers(), article.eventTime());
        // A failed send makes commitTransaction throw, so the future tells nothing new.
        var unused = producer.send(outgoing);
        progress.step();
        if (++inBatch == BATCH) {
            inBatch = 0;
            producer.commitTransaction();
            producer.beginTransaction();
        }
    }

    @Override
    public void refused(String place, String cause) {
        refused++;
        talk.warn(place + ": " + cause + ", left out");
    }

    /** Writes the last batch. */
    void finish() {
        producer.commitTransaction();
    }

    /** Number of what could not be read. */
    int refused() {
        return refused;
    }

    @Override
    public void close() {
        progress.close();
        producer.close();
    }
}
