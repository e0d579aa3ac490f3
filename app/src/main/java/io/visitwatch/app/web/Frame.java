package io.visitwatch.app.web;

import io.visitwatch.model.VisitDates;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What every page knows of its reader and its moment, and how it says things in the reader's language.
 *
 * @param messages words
 * @param now time of the request, UTC
 * @param path path asked for
 * @param query first value of each query parameter
 */
record Frame(Messages messages, Instant now, String path, Map<String, String> query) {
    /** Zone of the days shown. */
    static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

    /** Names of countries by language: the JDK looks them up slowly, and a page over thousands of visits asks for each. */
    private static final Map<Locale, Map<String, String>> COUNTRIES = new ConcurrentHashMap<>();

    Frame {
        query = Map.copyOf(query);
    }

    /** Words of the dashboard. */
    String say(String key, Object... values) {
        return messages.get(key, values);
    }

    /** Today where the days count. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    /** A parameter, stripped; empty when not given. */
    String asked(String name) {
        return Objects.requireNonNullElse(query.get(name), "").strip();
    }

    /** An address of ours in the reader's language, with parameters as names and values in turn; empty values are left out. */
    String href(String path, String... parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        if (!asked("lang").isEmpty()) {
            all.putIfAbsent("lang", messages.language());
        }
        StringBuilder address = new StringBuilder(path);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.append(address.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return address.toString();
    }

    /** The address of a visit. */
    String visit(String id) {
        return href("/visits/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** A moment in Baghdad; the script adds the reader's own zone. */
    Html time(@Nullable Instant at) {
        if (at == null) {
            return new Html().text(say("never"));
        }
        return new Html()
                .tag(
                        "time",
                        shortDay(LocalDate.ofInstant(at, ZONE)) + " " + format("HH:mm", at.atZone(ZONE)),
                        "datetime",
                        at.toString());
    }

    /** A day with its year. */
    String day(LocalDate day) {
        return format("d MMM uuuu", day);
    }

    /** A day, with its year where it is not this one. */
    private String shortDay(LocalDate day) {
        return day.getYear() == today().getYear() ? format("d MMM", day) : day(day);
    }

    private String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern)
                .localizedBy(messages.locale())
                .format(time);
    }

    /** Days of a visit. */
    String days(VisitDates dates) {
        LocalDate start = dates.start();
        LocalDate end = dates.end();
        if (start == null || end == null) {
            return start != null ? shortDay(start) : end != null ? shortDay(end) : say("days.unknown");
        }
        return start.equals(end) ? shortDay(start) : shortDay(start) + " – " + shortDay(end);
    }

    /** A share as per cent. */
    String percent(double share) {
        return NumberFormat.getPercentInstance(messages.locale()).format(share);
    }

    /** A number. */
    String number(long value) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(value);
    }

    /** A country or organisation. */
    String country(String code) {
        String own = messages.getOr("org." + code, "");
        if (!own.isEmpty() || !code.matches("[A-Z]{2}")) {
            return own.isEmpty() ? code.isEmpty() ? say("country.unknown") : code : own;
        }
        return COUNTRIES
                .computeIfAbsent(messages.locale(), locale -> new ConcurrentHashMap<>())
                .computeIfAbsent(code, key -> new Locale("", key).getDisplayCountry(messages.locale()));
    }

    /** The name of a language. */
    String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(messages.locale());
    }

    /** The flag of a country; empty for an organisation. */
    static String flag(String code) {
        if (!code.matches("[A-Z]{2}") || code.equals("EU") || code.equals("UN")) {
            return "";
        }
        return Character.toString(0x1F1E6 + code.charAt(0) - 'A') + Character.toString(0x1F1E6 + code.charAt(1) - 'A');
    }

    /** The name of a visitor, or the office where the news gives no name. */
    String name(Visitor visitor) {
        return visitor.named() ? visitor.name() : say("unnamed", office(visitor));
    }

    /** The office of a visitor. */
    String office(Visitor visitor) {
        String kind = visitor.officeKind();
        return kind == null ? say("office.unknown") : office(kind);
    }

    /** A kind of office. */
    String office(String kind) {
        return messages.getOr("office." + kind, kind.replace('-', ' '));
    }

    /** A rank from 1 to 5. */
    String rank(int rank) {
        return say("rank." + Math.max(1, Math.min(5, rank)));
    }

    /** A status. */
    String status(VisitStatus status) {
        return say("status." + status.name().toLowerCase(Locale.ROOT));
    }
}
