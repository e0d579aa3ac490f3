package io.visitwatch.enrich.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.visitwatch.enrich.Enriched;
import io.visitwatch.model.NoVisit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts what reading makes of articles: {@code visitwatch_enrich_read_seconds}, {@code visitwatch_enrich_reports_total},
 * {@code visitwatch_enrich_no_visit_total{reason}} and {@code visitwatch_enrich_dead_letters_total}. A reading that is repeated
 * after a broken transaction counts twice.
 */
final class ReadingMeters {
    private static final String PREFIX = "visitwatch.enrich.";

    private final Timer read;
    private final Counter reports;
    private final Counter letters;
    private final Map<NoVisit.Reason, Counter> reasons = new EnumMap<>(NoVisit.Reason.class);

    ReadingMeters(MeterRegistry registry) {
        read = Timer.builder(PREFIX + "read")
                .description("Time to read one article")
                .register(registry);
        reports = Counter.builder(PREFIX + "reports")
                .description("Visit reports found")
                .register(registry);
        letters = Counter.builder(PREFIX + "dead.letters")
                .description("Articles that could not be read")
                .register(registry);
        for (NoVisit.Reason reason :
                NoVisit.Reason.values()) { // all at once: a rate needs the zero before the first one
            reasons.put(
                    reason,
                    Counter.builder(PREFIX + "no.visit")
                            .description("Articles that report no visit, by the best reason")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void read(Enriched article, long nanos) {
        read.record(nanos, TimeUnit.NANOSECONDS);
        reports.increment(article.reports().size());
        if (article.reports().isEmpty() && !article.rejections().isEmpty()) {
            Counter counter = reasons.get(article.rejections().get(0).reason());
            if (counter != null) {
                counter.increment();
            }
        }
    }

    void unreadable() {
        letters.increment();
    }
}
