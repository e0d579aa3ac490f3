package io.visitwatch.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.app.demo.Harvest;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.model.VisitChange;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * The ledger check: every item the wire wrote is one article, one tagged article, the reports that the pure code reads in it and the
 * alerts that the pure ledger makes of those reports, each once, as a read-committed subscriber sees them; and every alert reached the
 * receiver.
 */
public final class Reckoning {
    private Reckoning() {}

    /** Waits until everything written has come through, then settles the account. */
    public static String settle(Wire wire, KafkaAccess access, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreException(KafkaException.class)
                .until(() -> {
                    Harvest now = Harvest.of(access);
                    return now.articleIds().size() >= wire.written()
                            && now.taggedIds().size() >= wire.written()
                            && now.alertIds().size() >= now.recomputedAlertIds().size()
                            && wire.told().containsAll(firstNotifications(now));
                });
        Harvest all = Harvest.of(access);
        List<String> articles = all.articleIds();
        assertThat(articles).doesNotHaveDuplicates().hasSize(wire.written());
        assertThat(all.taggedIds()).containsExactlyInAnyOrderElementsOf(articles);
        assertThat(all.reportIds())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all.recomputedReportIds(Enricher.create(EnrichConfig.standard())));
        assertThat(all.alertIds())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(all.recomputedAlertIds());
        assertThat(all.deadLetters()).isEmpty();
        assertThat(wire.told()).containsAll(firstNotifications(all));
        return articles.size() + " articles, " + all.reportIds().size() + " reports, "
                + all.alertIds().size() + " alerts, " + wire.told().size() + " calls of the receiver";
    }

    /** What the receiver must have been told, whatever else the routing holds back. */
    private static List<String> firstNotifications(Harvest harvest) {
        return harvest.alerts().stream()
                .filter(alert -> alert.change() == VisitChange.NEW_VISIT)
                .map(alert -> Notification.idOf(Wire.RECEIVER, alert.id()))
                .toList();
    }
}
