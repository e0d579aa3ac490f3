package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.feed.MarkupScanner.Token;
import io.visitwatch.ingest.feed.Vocabulary.Field;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The field whose inside is being read. Nearly always that is one piece of text; anything else is read again at the end. */
final class Capture {
    /** Fields that hold no markup of their own, so that another field's tag inside means an end tag was forgotten. */
    private static final Set<Field> SHORT = EnumSet.of(
            Field.TITLE,
            Field.LINK,
            Field.GUID,
            Field.CATEGORY,
            Field.PUB_DATE,
            Field.PUBLISHED,
            Field.ISSUED,
            Field.DATE,
            Field.DC_DATE,
            Field.CREATED,
            Field.NEWS_DATE,
            Field.UPDATED,
            Field.MODIFIED,
            Field.LAST_MODIFIED);

    private static final Set<Field> PEOPLE = EnumSet.of(Field.AUTHOR, Field.CONTRIBUTOR, Field.PUBLICATION);

    private static final Set<String> ENDS_SHORT = Set.of(
            "item",
            "entry",
            "title",
            "link",
            "guid",
            "pubdate",
            "description",
            "category",
            "summary",
            "content:encoded");
    private static final Set<String> ENDS_LONG = Set.of("item", "pubdate", "guid");

    private final Field field;
    private final FieldBag into;
    private final int depth;
    private final int start;
    private final String base;
    private final @Nullable String type;
    private final @Nullable String mode;
    private boolean elements;
    private int pieces;
    private String only = "";

    /**
     * Begins behind the start tag just read.
     *
     * @param depth of the field's element
     */
    Capture(Field field, FieldBag into, int depth, String base, MarkupScanner tag) {
        this.field = field;
        this.into = into;
        this.depth = depth;
        this.start = tag.tokenEnd();
        this.base = base;
        this.type = tag.attribute("type");
        this.mode = tag.attribute("mode");
    }

    int depth() {
        return depth;
    }

    String base() {
        return base;
    }

    /** Notes that an element stands inside. */
    void element() {
        elements = true;
    }

    void characters(MarkupScanner scanner, Token token) {
        if (token == Token.TEXT && scanner.isBlank()) {
            return;
        }
        if (pieces++ == 0 && !elements) {
            only = scanner.value(token);
        }
    }

    /** True for a start tag that cannot stand in this field: its end tag was forgotten. */
    boolean isEndedBy(String word) {
        if (SHORT.contains(field)) {
            return ENDS_SHORT.contains(word);
        }
        boolean feedMarkup = type != null && !type.contains("html");
        return ENDS_LONG.contains(word) && !feedMarkup;
    }

    /** True for a field of which half would be something else: an address, a date. */
    boolean isWorthlessWhenCut() {
        return SHORT.contains(field) && field != Field.TITLE;
    }

    /** Hands over what was captured, which ends before {@code end}. */
    void finish(MarkupScanner scanner, int end, boolean cdataIsMarkup) {
        boolean person = elements && PEOPLE.contains(field);
        String text = only;
        if (person) {
            text = person(scanner, end);
        } else if (elements) {
            text = Rendition.html(scanner.slice(start, end), cdataIsMarkup);
        } else if (pieces > 1) {
            text = Rendition.text(scanner.slice(start, end));
        }
        into.put(field, Captured.of(text, elements && !person, type, mode, base));
    }

    private String person(MarkupScanner scanner, int end) {
        for (String child : new String[] {"name", "email", "uri"}) {
            String found = Rendition.child(scanner.slice(start, end), child);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Rendition.text(scanner.slice(start, end));
    }
}
