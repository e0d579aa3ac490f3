package io.visitwatch.alerts.visit;

import io.visitwatch.model.Visit;
import io.visitwatch.model.Visitor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is usual, from the visits known before: which visit of the quarter, the first of whom since when. */
final class BaseRates {
    /** Shorter silences are not worth a word. */
    private static final int NEWS_AFTER_MONTHS = 3;

    private static final String[] ORDINALS = {
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
    };

    private BaseRates() {}

    /**
     * What is usual about a visit that begins on {@code start}.
     *
     * @param past earlier visits of the same country to the same place, by first day; later ones are left out here
     */
    static List<String> of(Visit visit, LocalDate start, List<PastVisit> past) {
        List<PastVisit> earlier = past.stream()
                .filter(p -> p.start().isBefore(start) && !p.id().equals(visit.id()))
                .toList();
        if (earlier.isEmpty()) {
            return List.of();
        }
        List<String> rates = new ArrayList<>();
        Visitor head = visit.head();
        String country = Wording.country(head.country());
        long inQuarter = earlier.stream()
                .filter(p -> quarter(p.start()) == quarter(start) && p.start().getYear() == start.getYear())
                .count();
        rates.add(ordinal((int) inQuarter + 1) + " visit from " + country + " this quarter");
        since(earlier, start, head.named() ? head.id() : null, null)
                .ifPresent(month -> rates.add("first visit of " + head.name() + " since " + month));
        String kind = head.officeKind();
        if (kind != null && !kind.equals("delegation")) {
            since(earlier, start, null, kind)
                    .ifPresent(month ->
                            rates.add("first " + kind.replace('-', ' ') + " of " + country + " since " + month));
        }
        return rates;
    }

    /** Month of the last earlier visit of the visitor or the office, when it is long enough ago. */
    private static Optional<YearMonth> since(
            List<PastVisit> earlier, LocalDate start, @Nullable String visitorId, @Nullable String officeKind) {
        if (visitorId == null && officeKind == null) {
            return Optional.empty();
        }
        return earlier.stream()
                .filter(p -> visitorId == null || p.visitorIds().contains(visitorId))
                .filter(p -> officeKind == null || officeKind.equals(p.officeKind()))
                .map(PastVisit::start)
                .max(LocalDate::compareTo)
                .filter(last -> last.plusMonths(NEWS_AFTER_MONTHS).isBefore(start))
                .map(YearMonth::from);
    }

    private static int quarter(LocalDate day) {
        return day.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static String ordinal(int n) {
        if (n <= ORDINALS.length) {
            return ORDINALS[n - 1];
        }
        int tens = n % 100;
        String suffix = switch (tens >= 11 && tens <= 13 ? 0 : n % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return n + suffix;
    }
}
