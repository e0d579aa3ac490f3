package io.visitwatch.app.demo;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fills {@code {weekday:N}} and {@code {date:N}} with the day N days from the story's own day, in words of the story's language.
 *
 * <p>Java knows the names of most languages; the Kurdish ones are given here, since not every Java has them.
 */
final class StoryDays {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(weekday|date):(-?[0-9]{1,3})\\}");

    /** Monday first. */
    private static final Map<String, List<String>> WEEKDAYS = Map.of(
            "ckb", List.of("دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "هەینی", "شەممە", "یەکشەممە"),
            "kmr", List.of("duşem", "sêşem", "çarşem", "pêncşem", "în", "şemî", "yekşem"));

    private static final Map<String, List<String>> MONTHS = Map.of(
            "ckb",
            List.of(
                    "کانوونی دووەم",
                    "شوبات",
                    "ئازار",
                    "نیسان",
                    "ئایار",
                    "حوزەیران",
                    "تەممووز",
                    "ئاب",
                    "ئەیلوول",
                    "تشرینی یەکەم",
                    "تشرینی دووەم",
                    "کانوونی یەکەم"),
            "kmr",
            List.of(
                    "Çile",
                    "Sibat",
                    "Adar",
                    "Nîsan",
                    "Gulan",
                    "Hezîran",
                    "Tîrmeh",
                    "Tebax",
                    "Îlon",
                    "Cotmeh",
                    "Mijdar",
                    "Berfanbar"));

    private final LocalDate today;

    StoryDays(LocalDate today) {
        this.today = today;
    }

    /** {@code text} with its placeholders filled. */
    String fill(String text, String language) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> words(found, language));
    }

    private String words(MatchResult found, String language) {
        LocalDate day = today.plusDays(Integer.parseInt(found.group(2)));
        return found.group(1).equals("weekday") ? weekday(day, language) : date(day, language);
    }

    private static String weekday(LocalDate day, String language) {
        List<String> own = WEEKDAYS.get(language);
        return own != null
                ? own.get(day.getDayOfWeek().getValue() - 1)
                : day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
    }

    private static String date(LocalDate day, String language) {
        List<String> own = MONTHS.get(language);
        String month = own != null
                ? own.get(day.getMonthValue() - 1)
                : day.getMonth().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
        return day.getDayOfMonth() + " " + month + " " + day.getYear();
    }
}
