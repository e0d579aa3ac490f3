package io.visitwatch.enrich.text;

import java.util.Locale;
import java.util.stream.Stream;

/** The default locales under which text code is tested: Turkish changes case rules, Arabic changes digits. */
public final class Locales {
    private Locales() {}

    /** Root, Turkish and Arabic with Arabic-Indic digits. */
    public static Stream<Locale> all() {
        return Stream.of(Locale.ROOT, Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    /** Runs {@code work} with {@code locale} as the default, then puts the old one back. */
    public static void under(Locale locale, Runnable work) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            work.run();
        } finally {
            Locale.setDefault(before);
        }
    }
}
