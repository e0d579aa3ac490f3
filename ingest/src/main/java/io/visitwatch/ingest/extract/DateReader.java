package io.visitwatch.ingest.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds when a page says it was published and changed: data for machines first, then marked text, then the address. */
final class DateReader {
    private static final String[] PUBLISHED_METAS = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "article:published",
        "og:pubdate",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publication-date",
        "published_time",
        "published_date",
        "published-date",
        "published",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "article.published",
        "article_date_original",
        "cxenseparse:recs:publishtime",
        "citation_publication_date",
        "citation_date",
        "rnews:datepublished",
        "bt:pubdate",
        "shareaholic:article_published_time",
        "article:create_time",
        "displaydate",
        "creationdate",
        "created",
        "ptime",
        "og:regdate",
        "weibo:article:create_at",
        "last-publish-date",
        "gentime",
        "date"
    };
    private static final String[] MODIFIED_METAS = {
        "article:modified_time",
        "og:article:modified_time",
        "og:modified_time",
        "og:updated_time",
        "article:updated_time",
        "article:modified",
        "datemodified",
        "lastmod",
        "last-modified",
        "modified_time",
        "dcterms.modified",
        "dc.date.modified",
        "sailthru.modified",
        "article.updated",
        "shareaholic:article_modified_time",
        "utime",
        "date-modified"
    };
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern RUN_IN_ADDRESS =
            Pattern.compile("(?<!\\d)(20[0-3]\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Phrases UPDATE_WORD = Phrases.of(List.of(
            "updat",
            "uppdat",
            "opdater",
            "oppdater",
            "bijgewerkt",
            "gewijzigd",
            "päivitetty",
            "frissít",
            "módosít",
            "ažurir",
            "ενημέρωση",
            "עודכן",
            "diperbarui",
            "cập nhật",
            "оновл",
            "อัปเดต",
            "แก้ไข",
            "अपडेट",
            "संशोधित",
            "modif",
            "aktualis",
            "aktualiz",
            "geändert",
            "mis à jour",
            "actuali",
            "atualiz",
            "aggiorn",
            "güncel",
            "обновл",
            "更新",
            "최종수정",
            "수정",
            "تحديث",
            "آخر تعديل",
            "به‌روز",
            "بروزرسانی",
            "نوێکر"));
    private static final Phrases PUBLISH_WORD = Phrases.of(List.of(
            "publi",
            "posted",
            "udgivet",
            "julkaistu",
            "közzé",
            "megjelen",
            "opublik",
            "objav",
            "δημοσι",
            "פורסם",
            "diterbitkan",
            "tayang",
            "đăng",
            "опублік",
            "оприлюдн",
            "เผยแพร่",
            "प्रकाशित",
            "发布",
            "發布",
            "掲載",
            "配信",
            "veröffentlicht",
            "erstellt",
            "yayın",
            "giriş",
            "oluşturma",
            "опублик",
            "公開",
            "入力",
            "등록",
            "입력",
            "نشر",
            "انتشار",
            "تاریخ",
            "بڵاو"));
    private static final Pattern YEAR_FIRST =
            Pattern.compile("^(?:ja|ko|zh|yue|hu|lt|mn|fa)\\b", Pattern.CASE_INSENSITIVE);
    /** A line that only tells a date is short. */
    private static final int DATE_LINE = 160;

    private final PageMarks marks;
    private final JsonLd stated;
    private final @Nullable Boolean monthFirst;
    /** Whether {@code 05.02.24} can only be 5 February: not where the year stands first. */
    private final boolean shortYears;

    DateReader(PageMarks marks, JsonLd stated, @Nullable String language, String host) {
        this.marks = marks;
        this.stated = stated;
        this.monthFirst = monthFirst(language, host);
        this.shortYears = Boolean.FALSE.equals(monthFirst)
                && language != null
                && !YEAR_FIRST.matcher(language).find();
    }

    /**
     * When the page was published.
     *
     * @param url its address; null when unknown
     * @param nearHeadline short lines that stand around the headline, in order
     */
    @Nullable PageDate published(@Nullable String url, List<String> nearHeadline) {
        PageDate date = read(stated.published(), "json-ld");
        date = date == null ? metas(PUBLISHED_METAS) : date;
        date = date == null ? property("datePublished", "dateCreated", "uploadDate") : date;
        date = date == null ? times() : date;
        date = date == null ? marked() : date;
        date = date == null ? address(url) : date;
        date = date == null ? lines(nearHeadline) : date;
        return date;
    }

    /** When the page says it was last changed. */
    @Nullable PageDate modified() {
        PageDate date = read(stated.modified(), "json-ld");
        date = date == null ? metas(MODIFIED_METAS) : date;
        return date == null ? property("dateModified") : date;
    }

    private @Nullable PageDate metas(String[] names) {
        for (String name : names) {
            PageDate date = read(marks.metas.get(name), "meta:" + name);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable PageDate property(String... names) {
        for (String name : names) {
            Element element = marks.itemprops.get(name);
            PageDate date = element == null ? null : read(machineText(element), "itemprop:" + name);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable PageDate times() {
        PageDate plain = null;
        for (Element time : marks.times) {
            PageDate date = isBeside(time) ? null : read(machineText(time), "time");
            if (date == null) {
                continue;
            }
            String words = words(time);
            if (!UPDATE_WORD.isIn(words)) {
                if (time.hasAttr("pubdate") || PUBLISH_WORD.isIn(words)) {
                    return date;
                }
                plain = plain == null ? date : plain;
            }
        }
        return plain;
    }

    private @Nullable PageDate marked() {
        for (Element element : marks.dates) {
            String text =
                    element.hasAttr("datetime") || element.hasAttr("content") ? machineText(element) : element.text();
            if (text.length() <= DATE_LINE && !isBeside(element) && !isUpdateOnly(text + " " + element.className())) {
                PageDate date = read(text, "text");
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private @Nullable PageDate lines(List<String> nearHeadline) {
        for (String line : nearHeadline) {
            PageDate date = line.length() <= DATE_LINE && !isUpdateOnly(line) ? read(line, "text") : null;
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable PageDate address(@Nullable String url) {
        if (url == null) {
            return null;
        }
        for (Pattern pattern : List.of(IN_ADDRESS, RUN_IN_ADDRESS)) {
            Matcher matcher = pattern.matcher(url);
            if (matcher.find()) {
                DateText.Stated day =
                        DateText.parse(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3), null);
                if (day != null) {
                    return new PageDate(day.day(), null, "url");
                }
            }
        }
        return null;
    }

    private @Nullable PageDate read(@Nullable String raw, String evidence) {
        DateText.Stated date = DateText.parse(raw, monthFirst);
        date = date == null && shortYears ? DateText.parseShortYear(raw) : date;
        if (date == null || date.day().isBefore(LocalDate.of(1990, 1, 1))) {
            return null;
        }
        return new PageDate(date.day(), date.time(), evidence);
    }

    /** The form for machines where there is one, else the text. */
    private static String machineText(Element element) {
        for (String name : List.of("datetime", "content", "data-datetime", "title")) {
            String value = element.attr(name);
            if (!value.isBlank() && Character.isDigit(value.strip().charAt(0))) {
                return value;
            }
        }
        return element.text();
    }

    private static String words(Element element) {
        Element parent = element.parent();
        String around =
                parent == null ? "" : parent.className() + " " + (parent.childrenSize() < 4 ? parent.ownText() : "");
        return element.className() + " " + element.attr("itemprop") + " " + element.ownText() + " " + around;
    }

    private static boolean isUpdateOnly(String text) {
        return UPDATE_WORD.isIn(text) && !PUBLISH_WORD.isIn(text);
    }

    /** True for what stands in lists of other articles: beside, below, or inside a link. */
    private static boolean isBeside(Element element) {
        Element at = element;
        for (int i = 0; at != null && i < 12; i++) {
            String name = at.normalName();
            if (name.equals("aside")
                    || name.equals("footer")
                    || name.equals("nav")
                    || name.equals("a")
                    || name.equals("li")) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    private static @Nullable Boolean monthFirst(@Nullable String language, String host) {
        String tag = language == null ? "" : language.toLowerCase(Locale.ROOT);
        if (tag.equals("en-us")) {
            return true;
        }
        boolean british = host.endsWith(".uk")
                || host.endsWith(".ie")
                || host.endsWith(".au")
                || host.endsWith(".nz")
                || host.endsWith(".in");
        if (tag.startsWith("en-") || british) {
            return false;
        }
        return (tag.isEmpty() || tag.equals("en")) ? null : Boolean.FALSE;
    }
}
