package io.visitwatch.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All visits and the latest alerts, as the topics have them: what the API serves. Filled from compacted topics, so that every
 * instance shows the same whichever partitions it works on, and a restart needs nothing but the topics. Thread-safe.
 */
public final class Board {
    /** Alerts held; older ones are on the topic. */
    static final int MOST_ALERTS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Board.class);

    private final Map<String, CoverageStatement> coverage = new ConcurrentHashMap<>();
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    /** Counts what came to {@link #visits}; raised after each change, so a list sorted before it is never taken for current. */
    private final AtomicLong changes = new AtomicLong();

    private volatile Sorted sorted = new Sorted(-1, List.of());
    private final AlertLog alerts = new AlertLog(MOST_ALERTS);
    /** The last state of each visit, whichever topic told it: later ones are made of its parts. */
    private final Map<String, Visit> latest = new ConcurrentHashMap<>();

    /** All visits in order as they were after so many changes. */
    private record Sorted(long after, List<Visit> visits) {}

    /** Takes one record of the visits topic; a tombstone removes. */
    void visit(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            visits.remove(record.key());
            latest.remove(record.key());
            changes.incrementAndGet();
            return;
        }
        Visit visit = parse(record, Visit.class);
        if (visit != null) {
            visits.put(visit.id(), shared(visit));
            changes.incrementAndGet();
        }
    }

    /** Takes one record of the alerts topic. */
    void alert(ConsumerRecord<String, byte[]> record) {
        Alert told = record.value() == null ? null : parse(record, Alert.class);
        Alert alert = told == null ? null : SharedParts.about(told, shared(told.visit()));
        alerts.add(record.partition(), record.offset(), alert);
    }

    private Visit shared(Visit visit) {
        return latest.merge(visit.id(), visit, (before, now) -> SharedParts.of(now, before));
    }

    /** Takes one record of the coverage topic; a tombstone removes. */
    void coverage(ConsumerRecord<String, byte[]> record) {
        CoverageStatement statement = record.value() == null ? null : parse(record, CoverageStatement.class);
        if (record.value() == null) {
            coverage.remove(record.key());
        } else if (statement != null) {
            coverage.put(statement.key(), statement);
        }
    }

    /** What was read and what was not, latest day first. */
    public List<CoverageStatement> coverage() {
        return coverage.values().stream()
                .sorted(Comparator.comparing(CoverageStatement::day).reversed().thenComparing(CoverageStatement::watch))
                .toList();
    }

    /** Every visit, last changed first. */
    public List<Visit> visits() {
        Sorted known = sorted;
        long now = changes.get();
        if (known.after() != now) {
            known = new Sorted(now, sort());
            sorted = known;
        }
        return known.visits();
    }

    private List<Visit> sort() {
        List<Visit> all = new ArrayList<>(visits.values());
        all.sort((a, b) -> {
            int newer = b.updatedAt().compareTo(a.updatedAt());
            return newer != 0 ? newer : a.id().compareTo(b.id());
        });
        return Collections.unmodifiableList(all);
    }

    /** One visit. */
    public Optional<Visit> visit(String id) {
        return Optional.ofNullable(visits.get(id));
    }

    /** The latest alerts. */
    public AlertLog alerts() {
        return alerts;
    }

    private static <T> @Nullable T parse(ConsumerRecord<String, byte[]> record, Class<T> type) {
        try {
            return Json.read(new String(record.value(), StandardCharsets.UTF_8), type);
        } catch (JsonProcessingException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("unreadable record left out: {}", e.getOriginalMessage());
            return null;
        }
    }
}
