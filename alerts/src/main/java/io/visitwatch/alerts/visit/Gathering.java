package io.visitwatch.alerts.visit;

import io.visitwatch.model.Evidence;
import io.visitwatch.model.VisitReport;
import io.visitwatch.model.Visitor;
import java.util.Locale;
import java.util.Set;

/** Whether a report tells of a summit or conference, where the guests of many states come for one event. */
enum Gathering {
    /** It does not. */
    NONE,
    /** It names one guest of a gathering. */
    GUEST,
    /** It tells of the gathering itself: guests of at least three states, or the organisation that meets. */
    HUB;

    private static final int MANY_STATES = 3;

    /** Words of a gathering of states, in the languages the watch reads; matched inside longer words on purpose (Gipfeltreffen). */
    private static final Set<String> WORDS = Set.of(
            "summit",
            "conference",
            "قمة",
            "القمة",
            "مؤتمر",
            "المؤتمر",
            "اجلاس",
            "اجلاسیه",
            "کنفرانس",
            "نشست سران",
            "zirve",
            "konferans",
            "sommet",
            "conférence",
            "gipfel",
            "konferenz",
            "cumbre",
            "conferencia",
            "vertice",
            "conferenza",
            "саммит",
            "конференц",
            "لووتکە",
            "کۆنفرانس",
            "lûtke",
            "konferansa",
            "סמיט",
            "פסגה",
            "ועידה",
            "سربراہی",
            "کانفرنس",
            "szczyt",
            "cúpula",
            "sammit");

    /** What a report tells of. */
    static Gathering of(VisitReport report) {
        if (hub(report)) {
            return HUB;
        }
        return speaksOfGathering(report) ? GUEST : NONE;
    }

    /** Whether a report tells of the gathering itself: cheap for the many that do not. */
    static boolean hub(VisitReport report) {
        if (report.visitors().size() >= MANY_STATES
                && report.visitors().stream().map(Visitor::country).distinct().count() >= MANY_STATES) {
            return true;
        }
        return report.visitors().stream().anyMatch(Gathering::organisation) && speaksOfGathering(report);
    }

    private static boolean organisation(Visitor visitor) {
        return visitor.country().length() > 2;
    }

    private static boolean speaksOfGathering(VisitReport report) {
        StringBuilder words = new StringBuilder(report.title());
        for (Evidence evidence : report.evidence()) {
            words.append(' ').append(evidence.sentence());
        }
        if (report.purpose() != null) {
            words.append(' ').append(report.purpose());
        }
        String text = words.toString().toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(text::contains);
    }
}
