package io.visitwatch.alerts.visit;

import io.visitwatch.model.Host;
import io.visitwatch.model.PlaceLevel;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitDates.Precision;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.util.Locale;

/** English lines for people about visits. */
final class Wording {
    private Wording() {}

    /** {@code Abbas Araghchi (foreign minister, Iran) and 2 others}. */
    static String who(Visit visit) {
        int others = visit.visitors().size() - 1;
        String more = others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others");
        return who(visit.head()) + more;
    }

    static String who(Visitor visitor) {
        String country = country(visitor.country());
        String office = office(visitor);
        if (!visitor.named()) {
            return office.isEmpty() ? "A delegation of " + country : "The " + office + " of " + country;
        }
        return visitor.name() + " (" + (office.isEmpty() ? "" : office + ", ") + country + ")";
    }

    private static String office(Visitor visitor) {
        String kind = visitor.officeKind();
        return kind == null || kind.equals("delegation") ? "" : kind.replace('-', ' ');
    }

    /** English name of a state, or the acronym of an organisation as it is. */
    static String country(String code) {
        return code.isEmpty() ? "an unknown state" : CountryNames.of(code);
    }

    /** {@code Baghdad}, or the country when no report says more. */
    static String where(Visit visit) {
        String id = visit.place().level() == PlaceLevel.PLACE
                ? visit.place().watch()
                : visit.place().id();
        return title(id);
    }

    private static String title(String id) {
        StringBuilder words = new StringBuilder();
        for (String word : id.split("-", -1)) {
            if (!word.isEmpty()) {
                words.append(words.length() == 0 ? "" : " ");
                words.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return words.toString();
    }

    /** {@code on 2025-03-04}, {@code between 2025-03-04 and 2025-03-10}, or nothing when no text says when. */
    static String when(Visit visit) {
        VisitDates dates = visit.dates();
        if (dates.start() == null || dates.precision() == Precision.NONE || dates.precision() == Precision.PUBLISHED) {
            return "";
        }
        if (dates.end() == null || dates.end().equals(dates.start())) {
            return " on " + dates.start();
        }
        return " between " + dates.start() + " and " + dates.end();
    }

    /** The whole line: who, what, where, when. */
    static String line(Visit visit) {
        return who(visit) + " " + says(visit.status()) + " " + where(visit) + when(visit);
    }

    static String says(VisitStatus status) {
        return switch (status) {
            case RUMOURED -> "is said to be coming to";
            case ANNOUNCED -> "is to visit";
            case EN_ROUTE -> "is on the way to";
            case ARRIVED -> "is visiting";
            case ENDED -> "has ended a visit to";
            case DISPUTED -> "is said, and denied, to have come to";
            case POSTPONED -> "has put off a visit to";
            case CANCELLED -> "has called off a visit to";
            case DENIED -> "is said not to come to";
        };
    }

    static String host(Host host) {
        if (!host.name().isEmpty()) {
            return host.name();
        }
        return host.officeKind() == null ? "a host" : "the " + host.officeKind().replace('-', ' ');
    }
}
