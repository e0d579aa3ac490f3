package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.feed.Vocabulary.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found in one feed or one entry, in the words of {@link Vocabulary}, before anything is decided. */
final class FieldBag {
    /** Attributes kept of one entry: a hostile one could have millions. */
    private static final int MAX_LIST = 500;

    private static final String IANA = "http://www.iana.org/assignments/relation/";

    /**
     * One way to an address.
     *
     * @param rel relation, lower case; {@code alternate} when none was stated
     * @param type media type, lower case, may be empty
     * @param text true for {@code <link>address</link>}
     */
    record Link(String rel, String type, String address, String base, boolean text) {
        @Nullable String resolved() {
            return FeedLinks.resolve(base, address);
        }

        boolean isPage() {
            return rel.equals("alternate") && (type.isEmpty() || type.contains("html"));
        }
    }

    private final Map<Field, Captured> fields = new EnumMap<>(Field.class);
    private final List<Link> links = new ArrayList<>(2);
    private final List<String> categories = new ArrayList<>(4);
    private final List<Entry.Enclosure> enclosures = new ArrayList<>(2);
    private final Set<String> skipHours = new LinkedHashSet<>(0);
    private final Set<String> skipDays = new LinkedHashSet<>(0);
    private @Nullable Boolean permalink;
    private String language = "";

    /** Keeps the first value of a field that is not blank; a second description is the full text. */
    void put(Field field, Captured value) {
        if (value.isBlank()) {
            return;
        }
        switch (field) {
            case LINK -> link("", "", value.text(), value.base(), true);
            case CATEGORY -> category(value.oneLine());
            case KEYWORDS -> {
                for (String word : value.text().split("[,;،]", MAX_LIST)) {
                    category(Markup.oneLine(word));
                }
            }
            case SKIP_HOUR -> skipHours.add(value.text().strip());
            case SKIP_DAY -> skipDays.add(value.text().strip());
            case DESCRIPTION -> {
                if (fields.putIfAbsent(field, value) != null) {
                    fields.putIfAbsent(Field.BODY, value);
                }
            }
            default -> fields.putIfAbsent(field, value);
        }
    }

    void link(@Nullable String rel, @Nullable String type, String address, String base, boolean text) {
        if (links.size() >= MAX_LIST || address.isBlank()) {
            return;
        }
        String relation =
                rel == null || rel.isBlank() ? "alternate" : rel.strip().toLowerCase(Locale.ROOT);
        String plain = relation.startsWith(IANA) ? relation.substring(IANA.length()) : relation;
        links.add(new Link(plain, type == null ? "" : type.strip().toLowerCase(Locale.ROOT), address, base, text));
    }

    void category(@Nullable String name) {
        if (name != null && !name.isBlank() && categories.size() < MAX_LIST && !categories.contains(name)) {
            categories.add(name);
        }
    }

    void enclosure(@Nullable String address, @Nullable String type, @Nullable String length, String base) {
        String url = FeedLinks.resolve(base, address);
        if (url != null && enclosures.size() < MAX_LIST) {
            enclosures.add(
                    new Entry.Enclosure(url, type == null || type.isBlank() ? null : type.strip(), bytes(length)));
        }
    }

    private static long bytes(@Nullable String length) {
        if (length == null || !length.strip().matches("[0-9]{1,18}")) {
            return -1;
        }
        return Long.parseLong(length.strip());
    }

    /** What {@code isPermaLink} says of the guid. */
    void guidIsLink(boolean stated) {
        permalink = stated;
    }

    void language(@Nullable String stated) {
        if (language.isEmpty() && stated != null) {
            language = stated.strip();
        }
    }

    /** True unless the guid is said to be no address. */
    boolean guidMayBeLink() {
        return permalink == null || permalink;
    }

    /** True when the guid is said to be an address. */
    boolean guidIsStatedLink() {
        return permalink != null && permalink;
    }

    List<Link> links() {
        return links;
    }

    List<String> categories() {
        return categories;
    }

    List<Entry.Enclosure> enclosures() {
        return enclosures;
    }

    Set<String> skipHours() {
        return skipHours;
    }

    Set<String> skipDays() {
        return skipDays;
    }

    @Nullable String language() {
        Captured element = fields.get(Field.LANGUAGE);
        String stated = element == null ? language : element.oneLine();
        return stated.isEmpty() ? null : stated;
    }

    /** The first of these fields that was found; null when none was. */
    @Nullable Captured first(Field... wanted) {
        for (Field field : wanted) {
            Captured found = fields.get(field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** {@link #first} as one line of plain text. */
    @Nullable String line(Field... wanted) {
        for (Field field : wanted) {
            Captured found = fields.get(field);
            String line = found == null ? "" : found.oneLine();
            if (!line.isEmpty()) {
                return line;
            }
        }
        return null;
    }

    /** The first address under one of these relations that resolves. */
    @Nullable String related(String... relations) {
        for (String relation : relations) {
            for (Link link : links) {
                String url = link.rel().equals(relation) ? link.resolved() : null;
                if (url != null) {
                    return url;
                }
            }
        }
        return null;
    }

    /** The page meant: an address written as text first, then a page, then any alternate. */
    @Nullable String page() {
        for (int rank = 0; rank < 3; rank++) {
            for (Link link : links) {
                boolean fits = rank == 0
                        ? link.text()
                        : rank == 1 ? link.isPage() : link.rel().equals("alternate");
                String url = fits ? link.resolved() : null;
                if (url != null) {
                    return url;
                }
            }
        }
        return null;
    }
}
