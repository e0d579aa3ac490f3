package io.visitwatch.ingest.extract;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language a page states of itself, as a BCP 47 code. */
final class PageLanguage {
    private static final Pattern LIST = Pattern.compile("[,;\\s]");

    /** Codes that have been replaced by others. */
    private static final Set<String> OLD = Set.of("iw", "ji", "in");

    private PageLanguage() {}

    /** The first readable statement; null when there is none. */
    static @Nullable String of(PageMarks marks, JsonLd stated, String htmlLang) {
        for (String raw : new String[] {
            stated.language(),
            htmlLang,
            marks.meta("content-language", "language", "dc.language", "dcterms.language"),
            marks.meta("og:locale")
        }) {
            String tag = tag(raw);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    /** {@code raw} as a language tag: {@code en_US} is {@code en-US}; Kurdish of Iraq is told by its script; null when it is none. */
    static @Nullable String tag(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        if (raw.length() == 2 && isSmall(raw.charAt(0)) && isSmall(raw.charAt(1)) && !OLD.contains(raw)) {
            return raw; // as nearly every page has it
        }
        String first = LIST.split(raw.strip(), 2)[0].replace('_', '-');
        try {
            Locale locale = new Locale.Builder().setLanguageTag(first).build();
            String language = locale.getLanguage();
            return language.length() < 2 || language.equals("und") ? null : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }
}
