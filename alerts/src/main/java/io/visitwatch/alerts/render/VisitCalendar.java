package io.visitwatch.alerts.render;

import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Visits with a known day as an iCalendar (RFC 5545): one all-day {@code VEVENT} each, with a stable UID, a SEQUENCE that counts
 * the changes, and {@code STATUS:CANCELLED} for what was called off. Lines are folded at 75 octets, never inside a character.
 */
public final class VisitCalendar {
    private static final int MAX_OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private VisitCalendar() {}

    /** The calendar; visits without a day are left out. */
    public static String of(List<Visit> visits) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Visitwatch//Visits//EN");
        line(out, "CALSCALE:GREGORIAN");
        line(out, "X-WR-CALNAME:Visitwatch");
        visits.forEach(visit -> event(out, visit));
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static void event(StringBuilder out, Visit visit) {
        LocalDate start = visit.dates().start();
        if (start == null || visit.mergedInto() != null) {
            return;
        }
        line(out, "BEGIN:VEVENT");
        line(out, "UID:" + visit.id() + "@visitwatch");
        line(out, "SEQUENCE:" + (visit.version() - 1));
        line(out, "DTSTAMP:" + STAMP.format(visit.updatedAt().atOffset(ZoneOffset.UTC)));
        line(out, "DTSTART;VALUE=DATE:" + DAY.format(start));
        line(out, "DTEND;VALUE=DATE:" + DAY.format(start.plusDays(1)));
        line(out, "SUMMARY:" + text(visitors(visit) + " – " + visit.place().watch()));
        line(out, "STATUS:" + status(visit));
        visit.sources().stream()
                .findFirst()
                .ifPresent(source -> line(
                        out, "DESCRIPTION:" + text(Plain.line(source.evidence().sentence()))));
        line(out, "END:VEVENT");
    }

    private static String visitors(Visit visit) {
        return visit.visitors().stream().map(VisitCalendar::visitor).collect(Collectors.joining(", "));
    }

    private static String visitor(Visitor visitor) {
        String role = visitor.role() == null ? visitor.officeKind() : visitor.role();
        String who = visitor.named() ? visitor.name() : role == null ? "delegation" : role;
        return Plain.line(who) + " (" + visitor.country() + ")";
    }

    private static String status(Visit visit) {
        if (visit.retracted() || visit.status().coarse() == VisitStatus.Coarse.CANCELLED) {
            return "CANCELLED";
        }
        return visit.confirmed() || visit.status().coarse() == VisitStatus.Coarse.HAPPENING ? "CONFIRMED" : "TENTATIVE";
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private static void line(StringBuilder out, String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int c = content.codePointAt(i);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += size;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
