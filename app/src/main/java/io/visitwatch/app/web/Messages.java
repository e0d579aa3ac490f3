package io.visitwatch.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the dashboard in one language. Immutable. */
final class Messages {
    /** Languages of the dashboard with the name each gives itself. */
    static final Map<String, String> LANGUAGES = new TreeMap<>(Map.of(
            "en", "English",
            "ar", "العربية",
            "ckb", "کوردیی ناوەندی",
            "kmr", "Kurmancî",
            "fa", "فارسی",
            "fr", "Français"));

    private static final String STANDARD = "en";
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "fa", "ckb", "ur", "he", "ps", "sd", "ug", "yi", "dv", "arc", "syr");
    private static final Map<String, Messages> ALL =
            LANGUAGES.keySet().stream().collect(Collectors.toMap(Function.identity(), Messages::load));

    private final String language;
    private final Map<String, String> words;

    private Messages(String language, Map<String, String> words) {
        this.language = language;
        this.words = Map.copyOf(words);
    }

    /**
     * The words for a reader.
     *
     * @param asked language asked for in the address; null when none
     * @param accepted value of {@code Accept-Language}; null when none
     */
    static Messages of(@Nullable String asked, @Nullable String accepted) {
        Messages found = ALL.get(Objects.requireNonNullElse(asked, ""));
        if (found != null) {
            return found;
        }
        return Objects.requireNonNull(ALL.get(negotiate(Objects.requireNonNullElse(accepted, ""))));
    }

    private static String negotiate(String accepted) {
        if (accepted.isBlank() || accepted.length() > 500) {
            return STANDARD;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) { // a header nobody can read asks for nothing
            return STANDARD;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> primary(range.getRange()))
                .filter(ALL::containsKey)
                .findFirst()
                .orElse(STANDARD);
    }

    private static String primary(String range) {
        String language = range.split("-", 2)[0];
        return language.equals("ku") ? "kmr" : language;
    }

    /** BCP 47 code. */
    String language() {
        return language;
    }

    /** Locale for names of countries, dates and numbers. */
    Locale locale() {
        return switch (language) {
            case "ar" -> Locale.forLanguageTag("ar-IQ");
            case "kmr" -> Locale.forLanguageTag("ku");
            case "en" -> Locale.UK;
            default -> Locale.forLanguageTag(language);
        };
    }

    /** Writing direction of a language: {@code rtl}, {@code ltr}, or {@code auto} for an unknown one. */
    static String direction(String language) {
        String primary = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        if (primary.isEmpty() || primary.equals("und")) {
            return "auto";
        }
        return RIGHT_TO_LEFT.contains(primary) ? "rtl" : "ltr";
    }

    /** The words for {@code key}, {@code {0}}, {@code {1}} … filled in. */
    String get(String key, Object... values) {
        String text = Objects.requireNonNull(words.get(key), () -> language + " has no words for " + key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The words for {@code key}, or {@code other} where there are none. */
    String getOr(String key, String other) {
        return words.getOrDefault(key, other);
    }

    /** All keys. */
    Set<String> keys() {
        return new TreeSet<>(words.keySet());
    }

    private static Messages load(String language) {
        String name = "messages_" + language + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return new Messages(
                language,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(Function.identity(), properties::getProperty)));
    }
}
