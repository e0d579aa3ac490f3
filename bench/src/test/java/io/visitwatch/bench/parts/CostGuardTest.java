package io.visitwatch.bench.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.visitwatch.alerts.visit.VisitBook;
import io.visitwatch.enrich.EnrichConfig;
import io.visitwatch.enrich.Enricher;
import io.visitwatch.enrich.detect.Detector;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.text.Normalizer;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Guards against work that creeps in, by the bytes it allocates beside a reference: a count that does not depend on how fast or busy
 * the machine is. A compiler that optimises can only make it less.
 */
class CostGuardTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final LocalDate DAY = LocalDate.of(2025, 1, 26);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final double FIND_TO_FOLD = 14;

    /** 4.8 when it was set. */
    private static final double DETECT_PLAIN = 6;

    /** 160 when it was set. */
    private static final double DETECT_VISIT = 190;

    private interface Work {
        void run() throws Exception;
    }

    /** Bytes one run allocates once all is loaded. */
    private static double bytes(Work work) throws Exception {
        for (int i = 0; i < 3; i++) {
            work.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static Work tagging(Gazetteer gazetteer, List<String> articles) {
        return () -> {
            for (String article : articles) {
                gazetteer.find(Normalizer.fold(article), "en", DAY);
            }
        };
    }

    @Test
    void findingNamesAllocatesLittleMoreThanFolding() throws Exception {
        List<String> names = MadeNames.of(1_000);
        List<String> articles = MadeNames.articles(50, names);
        double fold = bytes(() -> articles.forEach(Normalizer::fold));
        double find = bytes(tagging(MadeNames.gazetteer(names), articles));
        assertThat(find / fold).isLessThan(FIND_TO_FOLD);
    }

    @Test
    void findingNamesAllocatesTheSameAmongManyMoreOfThem() throws Exception {
        List<String> names = MadeNames.of(40_000);
        List<String> articles = MadeNames.articles(50, names.subList(0, 1_000));
        double few = bytes(tagging(MadeNames.gazetteer(names.subList(0, 1_000)), articles));
        double many = bytes(tagging(MadeNames.gazetteer(names), articles));
        assertThat(many / few).isLessThan(1.1);
    }

    @Test
    void joiningReportsAllocatesTheSameAmongManyMoreOpenVisits() throws Exception {
        double few = joining(1_000);
        double many = joining(8_000);
        assertThat(many / few).isLessThan(1.1);
    }

    private static double joining(int open) throws Exception {
        VisitBook book = OpenVisits.book(open);
        int[] probe = {0};
        return bytes(() -> {
            probe[0]++;
            for (int i = 0; i < 200; i++) {
                book.apply(OpenVisits.report("probe" + probe[0] + "-" + i, i));
            }
        });
    }

    @Test
    void plainNewsIsReadForLittleMoreThanItsJsonIsParsedFor() throws Exception {
        assertThat(detecting("Markets fell by the end of the day, traders said in the capital."))
                .isLessThan(DETECT_PLAIN);
    }

    @Test
    void aVisitIsReadAtTheCostItHad() throws Exception {
        assertThat(detecting("The French foreign minister arrived in Baghdad on Monday for talks with Iraqi leaders."))
                .isLessThan(DETECT_VISIT);
    }

    /** Bytes allocated to detect, beside those to parse the same lines. */
    private static double detecting(String sentence) throws Exception {
        Detector detector = new Detector(Enricher.create(EnrichConfig.standard()));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add(JSON.writeValueAsString(Map.of(
                    "id", "made" + i, "title", sentence, "text", sentence, "published", "2025-01-26T09:00:00Z")));
        }
        double parse = bytes(() -> {
            for (String line : lines) {
                JSON.readTree(line);
            }
        });
        double detect = bytes(() -> {
            for (String line : lines) {
                detector.detect(line);
            }
        });
        return detect / parse;
    }
}
