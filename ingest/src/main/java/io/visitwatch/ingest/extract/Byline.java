package io.visitwatch.ingest.extract;

import io.visitwatch.ingest.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds who wrote the article, as the page states it. */
final class Byline {
    private static final int LONGEST = 120;
    private static final Pattern BY = Pattern.compile(
            "^(?:by|von|par|por|di|da|door|av|af|written by|posted by|author|autor|auteur|yazar|haber|автор|текст|كتب|كتبت|بقلم|نویسنده|نوسەر|文|글)\\b[\\s:：]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    /** What follows a name in a byline: a role, a date, a separator. */
    private static final Pattern AFTER = Pattern.compile(
            "\\s*(?:[|•·(@]|,?\\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)[a-z]*\\.?,?\\s\\w*\\s?\\d|\\s[-–—]\\s|\\bPublished\\b|\\bUpdated\\b|\\bPosted\\b|\\d{1,2}[./:]\\d|\\b(?:19|20)\\d{2}\\b).*$",
            Pattern.CASE_INSENSITIVE);

    private Byline() {}

    /** The author line; null when the page states none. */
    static @Nullable String of(PageMarks marks, JsonLd stated, @Nullable String site) {
        String named = String.join(
                ", ",
                stated.authors().stream()
                        .map(Byline::clean)
                        .filter(name -> name != null && isName(name, site))
                        .toList());
        if (!named.isEmpty()) {
            return named;
        }
        for (String name : List.of(
                "author",
                "article:author",
                "parsely-author",
                "dc.creator",
                "dcterms.creator",
                "sailthru.author",
                "byl")) {
            String value = clean(marks.metas.get(name));
            if (value != null && isName(value, site)) {
                return value;
            }
        }
        Element marked = marks.itemprops.get("author");
        String value =
                marked == null ? null : clean(marked.hasAttr("content") ? marked.attr("content") : marked.text());
        if (value != null && isName(value, site)) {
            return value;
        }
        for (Element element : marks.bylines) {
            String line = clean(element.text());
            if (line != null && isName(line, site)) {
                return line;
            }
        }
        return null;
    }

    private static @Nullable String clean(@Nullable String raw) {
        if (raw == null || raw.length() > 3 * LONGEST) {
            return null;
        }
        String line = BY.matcher(PlainText.line(raw)).replaceFirst("");
        line = AFTER.matcher(line).replaceFirst("").strip();
        return line.isEmpty() || line.length() > LONGEST ? null : line;
    }

    private static boolean isName(String value, @Nullable String site) {
        String low = value.toLowerCase(Locale.ROOT);
        return value.length() <= LONGEST
                && value.codePoints().anyMatch(Character::isLetter)
                && !low.startsWith("http")
                && !low.contains("www.")
                && !low.equals("admin")
                && !low.equals("administrator")
                && (site == null || !low.equals(site.toLowerCase(Locale.ROOT)));
    }
}
