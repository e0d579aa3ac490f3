package io.visitwatch.ingest.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of all feed dialects, as data: which namespace an address means, and which field of a feed or an entry an element
 * fills. RSS, Atom, RDF, CDF and sitemap words share one vocabulary without prefix ("core"), since publishers mix them.
 */
final class Vocabulary {
    /** Prefix of elements nobody here reads. */
    static final String FOREIGN = "?";

    /** What an element of an entry fills. Order within a group is order of preference. */
    enum Field {
        TITLE,
        DC_TITLE,
        NEWS_TITLE,
        MEDIA_TITLE,
        ITUNES_TITLE,
        LINK,
        ORIGINAL_LINK,
        GUID,
        DC_IDENTIFIER,
        ABOUT,
        DESCRIPTION,
        DC_DESCRIPTION,
        MEDIA_DESCRIPTION,
        ITUNES_SUMMARY,
        ITUNES_SUBTITLE,
        ENCODED,
        CONTENT,
        BODY,
        PUB_DATE,
        PUBLISHED,
        ISSUED,
        DATE,
        DC_DATE,
        CREATED,
        NEWS_DATE,
        UPDATED,
        MODIFIED,
        LAST_MODIFIED,
        AUTHOR,
        CREATOR,
        ITUNES_AUTHOR,
        CONTRIBUTOR,
        CATEGORY,
        KEYWORDS,
        ENCLOSURE,
        LANGUAGE,
        PUBLICATION,
        TTL,
        SKIP_HOUR,
        SKIP_DAY,
        UPDATE_PERIOD,
        UPDATE_FREQUENCY,
        COMPLETE,
        ARCHIVE
    }

    private static final Map<String, String> NAMESPACES = namespaces();
    private static final Map<String, String> PREFIXES = prefixes();
    private static final Map<String, Field> ENTRY = new HashMap<>();
    private static final Map<String, Field> FEED = new HashMap<>();

    /** Elements that hold fields of an entry without being one. */
    static final Set<String> ENTRY_WRAPPERS = Set.of("media:group", "media:content", "news:news");

    /** Elements that hold entries or pacing values without being a feed. */
    static final Set<String> FEED_WRAPPERS = Set.of("items", "skiphours", "skipdays", "rdf:seq");

    private static final String[][] COMMON = {
        {"title", "TITLE"},
        {"dc:title", "DC_TITLE"},
        {"media:title", "MEDIA_TITLE"},
        {"itunes:title", "ITUNES_TITLE"},
        {"link", "LINK"},
        {"description", "DESCRIPTION"},
        {"summary", "DESCRIPTION"},
        {"subtitle", "DESCRIPTION"},
        {"tagline", "DESCRIPTION"},
        {"abstract", "DESCRIPTION"},
        {"dc:description", "DC_DESCRIPTION"},
        {"media:description", "MEDIA_DESCRIPTION"},
        {"itunes:summary", "ITUNES_SUMMARY"},
        {"itunes:subtitle", "ITUNES_SUBTITLE"},
        {"language", "LANGUAGE"},
        {"dc:language", "LANGUAGE"},
        {"content:encoded", "ENCODED"},
    };

    private static final String[][] ENTRY_WORDS = {
        {"guid", "GUID"},
        {"id", "GUID"},
        {"dc:identifier", "DC_IDENTIFIER"},
        {"feedburner:origlink", "ORIGINAL_LINK"},
        {"a", "LINK"},
        {"url", "LINK"},
        {"loc", "LINK"},
        {"content", "CONTENT"},
        {"encoded", "ENCODED"},
        {"xhtml:body", "BODY"},
        {"xhtml:div", "BODY"},
        {"body", "BODY"},
        {"fullitem", "BODY"},
        {"pubdate", "PUB_DATE"},
        {"published", "PUBLISHED"},
        {"issued", "ISSUED"},
        {"dcterms:issued", "ISSUED"},
        {"date", "DATE"},
        {"dc:date", "DC_DATE"},
        {"created", "CREATED"},
        {"dcterms:created", "CREATED"},
        {"news:publication_date", "NEWS_DATE"},
        {"news:title", "NEWS_TITLE"},
        {"updated", "UPDATED"},
        {"modified", "MODIFIED"},
        {"dcterms:modified", "MODIFIED"},
        {"lastmod", "LAST_MODIFIED"},
        {"lastbuilddate", "LAST_MODIFIED"},
        {"author", "AUTHOR"},
        {"dc:creator", "CREATOR"},
        {"dc:author", "CREATOR"},
        {"creator", "CREATOR"},
        {"itunes:author", "ITUNES_AUTHOR"},
        {"contributor", "CONTRIBUTOR"},
        {"dc:contributor", "CONTRIBUTOR"},
        {"category", "CATEGORY"},
        {"dc:subject", "CATEGORY"},
        {"itunes:category", "CATEGORY"},
        {"media:category", "CATEGORY"},
        {"keywords", "KEYWORDS"},
        {"itunes:keywords", "KEYWORDS"},
        {"media:keywords", "KEYWORDS"},
        {"news:keywords", "KEYWORDS"},
        {"enclosure", "ENCLOSURE"},
        {"media:content", "ENCLOSURE"},
        {"media:thumbnail", "ENCLOSURE"},
        {"news:publication", "PUBLICATION"},
    };

    private static final String[][] FEED_WORDS = {
        {"info", "BODY"},
        {"ttl", "TTL"},
        {"hour", "SKIP_HOUR"},
        {"day", "SKIP_DAY"},
        {"sy:updateperiod", "UPDATE_PERIOD"},
        {"sy:updatefrequency", "UPDATE_FREQUENCY"},
        {"fh:complete", "COMPLETE"},
        {"fh:archive", "ARCHIVE"},
    };

    static {
        for (String[] row : COMMON) {
            ENTRY.put(row[0], Field.valueOf(row[1]));
            FEED.put(row[0], Field.valueOf(row[1]));
        }
        for (String[] row : ENTRY_WORDS) {
            ENTRY.put(row[0], Field.valueOf(row[1]));
        }
        for (String[] row : FEED_WORDS) {
            FEED.put(row[0], Field.valueOf(row[1]));
        }
    }

    private Vocabulary() {}

    /** Entry fields by element, core words without prefix, lower case. */
    static Map<String, Field> entryFields() {
        return ENTRY;
    }

    /** Feed fields by element. */
    static Map<String, Field> feedFields() {
        return FEED;
    }

    /** The prefix used here for a namespace address: empty for core, {@link #FOREIGN} for an unknown one. */
    static String prefixOf(String address) {
        String key = address.strip().toLowerCase(Locale.ROOT);
        if (key.startsWith("https:")) {
            key = "http:" + key.substring(6);
        }
        while (key.endsWith("/") || key.endsWith("#")) {
            key = key.substring(0, key.length() - 1);
        }
        String known = NAMESPACES.get(key);
        if (known != null) {
            return known;
        }
        if (key.isEmpty()
                || key.startsWith("http://purl.org/atom/ns")
                || key.startsWith("http://backend.userland.com/rss")) {
            return "";
        }
        if (key.contains("mrss") && key.contains("yahoo.com")) {
            return "media";
        }
        return key.startsWith("http://www.google.com/schemas/sitemap-news") ? "news" : FOREIGN;
    }

    /** What a prefix nobody declared, or declared with an address nobody knows, customarily stands for. */
    static String customaryPrefix(String prefix) {
        return PREFIXES.getOrDefault(prefix.toLowerCase(Locale.ROOT), FOREIGN);
    }

    private static Map<String, String> namespaces() {
        Map<String, String> m = new HashMap<>();
        for (String core : new String[] {
            "http://www.w3.org/2005/atom",
            "http://purl.org/rss/1.0",
            "http://purl.org/net/rss1.1",
            "http://my.netscape.com/rdf/simple/0.9",
            "http://channel.netscape.com/rdf/simple/0.9",
            "http://my.netscape.com/publish/formats/rss-0.91.dtd",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://cyber.law.harvard.edu/rss/rss.html",
            "http://www.rssboard.org/rss-specification",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            "http://www.google.com/schemas/sitemap/0.84",
            "http://www.google.com/schemas/sitemap/0.9",
            "http://purl.org/rss/1.0/modules/rss091",
            "http://purl.org/pie",
            "http://purl.org/echo",
            "uri/of/echo/namespace",
            "http://example.com/necho",
            "http://example.com/newformat",
        }) {
            m.put(core, "");
        }
        m.put("http://purl.org/dc/elements/1.0", "dc");
        m.put("http://purl.org/dc/elements/1.1", "dc");
        m.put("http://purl.org/dc/terms", "dcterms");
        m.put("http://purl.org/rss/1.0/modules/content", "content");
        m.put("http://purl.org/rss/1.0/modules/syndication", "sy");
        m.put("http://search.yahoo.com/mrss", "media");
        m.put("http://www.rssboard.org/media-rss", "media");
        m.put("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes");
        m.put("http://www.itunes.com/dtd/podcast-1.0.dtd", "itunes");
        m.put("http://example.com/dtds/podcast-1.0.dtd", "itunes");
        m.put("http://www.w3.org/1999/xhtml", "xhtml");
        m.put("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf");
        m.put("http://purl.org/syndication/history/1.0", "fh");
        m.put("http://rssnamespace.org/feedburner/ext/1.0", "feedburner");
        m.put("http://www.w3.org/xml/1998/namespace", "xml");
        return m;
    }

    private static Map<String, String> prefixes() {
        Map<String, String> m = new HashMap<>();
        for (String same : new String[] {
            "dc", "dcterms", "content", "sy", "media", "itunes", "xhtml", "rdf", "fh", "feedburner", "news", "xml"
        }) {
            m.put(same, same);
        }
        for (String core : new String[] {"atom", "atom03", "atom10", "a", "a10", "rss", "rss1", "rss11", "s", "sm"}) {
            m.put(core, "");
        }
        m.put("dct", "dcterms");
        m.put("html", "xhtml");
        m.put("mrss", "media");
        return m;
    }
}
