package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.feed.Vocabulary.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what an entry is from what was found in it. */
final class EntryBuilder {
    private static final Field[] TITLES = {
        Field.TITLE, Field.NEWS_TITLE, Field.DC_TITLE, Field.MEDIA_TITLE, Field.ITUNES_TITLE
    };
    private static final Field[] SUMMARIES = {
        Field.DESCRIPTION, Field.DC_DESCRIPTION, Field.ITUNES_SUMMARY, Field.MEDIA_DESCRIPTION, Field.ITUNES_SUBTITLE
    };
    private static final Field[] CONTENTS = {Field.ENCODED, Field.CONTENT, Field.BODY};
    private static final Field[] AUTHORS = {Field.AUTHOR, Field.CREATOR, Field.ITUNES_AUTHOR, Field.CONTRIBUTOR};
    private static final Field[] PUBLISHED = {
        Field.PUB_DATE, Field.PUBLISHED, Field.ISSUED, Field.DATE, Field.DC_DATE, Field.CREATED, Field.NEWS_DATE
    };
    private static final Field[] UPDATED = {Field.UPDATED, Field.MODIFIED, Field.LAST_MODIFIED};

    private static final Field[] UPDATED_OR_DATE = {Field.UPDATED, Field.MODIFIED, Field.LAST_MODIFIED, Field.DC_DATE};

    private EntryBuilder() {}

    /**
     * The entry.
     *
     * @param about address in {@code rdf:about}, CDF's {@code href} or Atom's {@code content src}; null when there is none
     */
    static Entry build(FieldBag bag, @Nullable String about, String base) {
        Dated published = date(bag, PUBLISHED);
        Dated updated = date(bag, published.field() == Field.DC_DATE ? UPDATED : UPDATED_OR_DATE);
        return new Entry(
                bag.line(Field.GUID, Field.DC_IDENTIFIER, Field.ABOUT),
                link(bag, about, base),
                bag.line(TITLES),
                published.instant(),
                published.raw() == null ? updated.raw() : published.raw(),
                updated.instant(),
                rich(bag.first(SUMMARIES)),
                rich(bag.first(CONTENTS)),
                author(bag),
                bag.language(),
                bag.categories(),
                bag.enclosures());
    }

    private static @Nullable RichText rich(@Nullable Captured found) {
        return found == null ? null : found.rich();
    }

    /** A date as found: without an instant when it cannot be read, without a text when there is none. */
    private record Dated(
            @Nullable Field field,
            @Nullable String raw,
            @Nullable Instant instant) {}

    /** The first field that reads as a date; when none does, the first there is. */
    private static Dated date(FieldBag bag, Field[] fields) {
        Dated unreadable = new Dated(null, null, null);
        for (Field field : fields) {
            Captured found = bag.first(field);
            if (found == null) {
                continue;
            }
            Instant instant = FeedDates.parse(found.text());
            if (instant != null) {
                return new Dated(field, found.text().strip(), instant);
            }
            unreadable =
                    unreadable.raw() == null ? new Dated(field, found.text().strip(), null) : unreadable;
        }
        return unreadable;
    }

    private static @Nullable String link(FieldBag bag, @Nullable String about, String base) {
        // FeedBurner's link is a detour that counts clicks; it says itself where the article is.
        Captured original = bag.first(Field.ORIGINAL_LINK);
        String direct = original == null ? null : FeedLinks.resolve(base, original.text());
        String page = direct == null ? bag.page() : direct;
        if (page != null) {
            return page;
        }
        Captured guid = bag.first(Field.GUID);
        boolean permalink = guid != null
                && bag.guidMayBeLink()
                && (FeedLinks.looksAbsolute(guid.text().strip()) || bag.guidIsStatedLink());
        String url = guid != null && permalink ? FeedLinks.resolve(base, guid.text()) : null;
        if (url == null && about != null) {
            url = FeedLinks.resolve(base, about);
        }
        return url == null ? bag.related("canonical", "related", "via", "self") : url;
    }

    /** RSS asks for {@code address (name)}: the name is what a reader wants. */
    private static @Nullable String author(FieldBag bag) {
        String stated = bag.line(AUTHORS);
        if (stated == null) {
            return null;
        }
        int open = stated.indexOf('(');
        boolean mail = open > 0 && stated.endsWith(")") && stated.lastIndexOf('@', open) > 0;
        String name = mail ? stated.substring(open + 1, stated.length() - 1).strip() : stated;
        return name.isEmpty() ? stated : name;
    }
}
