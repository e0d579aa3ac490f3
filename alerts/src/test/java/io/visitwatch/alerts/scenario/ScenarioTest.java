package io.visitwatch.alerts.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.visitwatch.alerts.scenario.Scenario.Expected;
import io.visitwatch.alerts.scenario.Scenario.Step;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every story through the ledger in memory. */
class ScenarioTest {
    @Test
    void tellsAtLeastSixtyStories() {
        assertThat(Scenario.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Scenario.all()).extracting(Scenario::story).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> stories() {
        List<Scenario> all = Scenario.all();
        return IntStream.range(0, all.size())
                .mapToObj(i -> DynamicTest.dynamicTest(all.get(i).story(), () -> check(ScenarioRun.of(all.get(i), i))));
    }

    private static void check(ScenarioRun run) {
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < run.told().size(); i++) {
            Step step = run.scenario().steps().get(i);
            List<String> told = run.told().get(i).stream().map(run::words).toList();
            softly.assertThat(told).as("step " + (i + 1)).containsExactlyElementsOf(step.tells());
        }
        for (Expected expected : run.scenario().visits()) {
            if (expected.visit() <= run.visits().size()) {
                check(softly, run, expected, run.visits().get(expected.visit() - 1));
            } else {
                softly.fail("no visit " + expected.visit());
            }
        }
        softly.assertAll();
        assertThat(run.alerts()).extracting(a -> a.id()).doesNotHaveDuplicates();
    }

    private static void check(SoftAssertions softly, ScenarioRun run, Expected expected, Visit visit) {
        List<Runnable> checks = new ArrayList<>();
        String as = "visit " + expected.visit() + " ";
        same(checks, softly, as + "status", expected.status(), visit.status(), Function.identity());
        same(checks, softly, as + "day", expected.day(), visit.dates().start(), run::day);
        same(checks, softly, as + "confirmed", expected.confirmed(), visit.confirmed(), Function.identity());
        same(checks, softly, as + "sources", expected.sources(), visit.independentSources(), Function.identity());
        same(checks, softly, as + "reports", expected.reports(), visit.sources().size(), Function.identity());
        same(checks, softly, as + "closed", expected.closed(), visit.closed(), Function.identity());
        same(checks, softly, as + "retracted", expected.retracted(), visit.retracted(), Function.identity());
        same(
                checks,
                softly,
                as + "hosts",
                expected.hosts(),
                visit.hosts().stream().map(h -> h.name()).toList(),
                h -> h);
        same(
                checks,
                softly,
                as + "who",
                expected.who(),
                visit.visitors().stream()
                        .map(v -> v.named() ? v.name() : v.id())
                        .toList(),
                Function.identity());
        same(
                checks,
                softly,
                as + "history",
                expected.history(),
                visit.history().stream().map(Visit.Step::status).toList(),
                Function.identity());
        same(
                checks,
                softly,
                as + "stops",
                expected.stops(),
                visit.stops().stream().map(VisitPlace::id).toList(),
                Function.identity());
        String into = visit.mergedInto();
        same(
                checks,
                softly,
                as + "merged",
                expected.merged(),
                into == null ? 0 : run.number(into),
                Function.identity());
        checks.forEach(Runnable::run);
    }

    private static <E, A> void same(
            List<Runnable> checks, SoftAssertions softly, String as, E expected, A actual, Function<E, A> form) {
        if (expected != null) {
            checks.add(() -> softly.assertThat(Objects.equals(form.apply(expected), actual))
                    .as(as + ": expected " + form.apply(expected) + " but was " + actual)
                    .isTrue());
        }
    }
}
