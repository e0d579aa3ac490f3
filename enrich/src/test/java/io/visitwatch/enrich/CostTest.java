package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.visitwatch.enrich.gazetteer.Gazetteer;
import io.visitwatch.enrich.gazetteer.GazetteerSink;
import io.visitwatch.enrich.text.FoldedText;
import io.visitwatch.enrich.text.LanguageDetector;
import io.visitwatch.enrich.text.Normalizer;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the hot path from growing: bytes allocated are counted, which no other work on the machine changes. */
class CostTest {
    private static final String TEXT = ("The foreign minister of Atlantis met officials in the capital on Monday, and"
                    + " markets in the region rose after a long week of talks about energy and water. ")
            .repeat(12);

    @Test
    void tellingALanguageMakesNoObjectForEachSequenceOfLetters() {
        long detect = allocated(() -> LanguageDetector.detect(TEXT));
        long fold = allocated(() -> Normalizer.fold(TEXT));

        // 6 times with sequences and letters as numbers, 23 times when each is an object
        assertThat((double) detect / fold).isBetween(1.0, 12.0);
    }

    @Test
    void findingNamesCostsTheSameAmongAHundredTimesAsMany() {
        FoldedText text = Normalizer.fold(TEXT);
        Gazetteer few = gazetteer(500);
        Gazetteer many = gazetteer(50_000);

        long among500 = allocated(() -> few.find(text, "en"));
        long among50000 = allocated(() -> many.find(text, "en"));

        assertThat(among500).isPositive();
        assertThat((double) among50000 / among500).isBetween(0.9, 1.1);
    }

    private static Gazetteer gazetteer(int names) {
        GazetteerSink.Source made = sink -> {
            for (int i = 0; i < names; i++) {
                sink.addPerson("made:" + i, "Qorvim Zelmat" + Integer.toString(i, 36), false);
            }
        };
        return Gazetteer.bundledWith(List.of(made), "made" + names);
    }

    private static long allocated(Runnable work) {
        work.run(); // loads what is loaded once
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
