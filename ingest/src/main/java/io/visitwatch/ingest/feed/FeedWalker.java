package io.visitwatch.ingest.feed;

import io.visitwatch.ingest.feed.MarkupScanner.Token;
import io.visitwatch.ingest.feed.Vocabulary.Field;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tags of a feed of any XML dialect, good or broken, and collects what stands in it. One pass, no tree: a stack of
 * open elements, at most {@link #MAX_DEPTH} deep, and the field being captured.
 */
final class FeedWalker {
    /** Elements open at once; what is nested deeper is passed over. */
    static final int MAX_DEPTH = 256;

    /** Where an element stands. */
    private enum Place {
        OUTSIDE,
        FEED,
        ENTRY,
        ENTRY_WRAPPER,
        IGNORED,
        CAPTURED
    }

    private record Frame(
            String name, Place place, String base, @Nullable Field field) {}

    private final MarkupScanner scanner;
    private final Namespaces namespaces = new Namespaces();
    private final List<Frame> frames = new ArrayList<>();
    private final String documentBase;
    private final FieldBag head = new FieldBag();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> flags = new TreeSet<>();

    private @Nullable FeedFormat format;
    private String firstWord = "";
    private boolean html;
    private boolean channelSeen;
    private boolean done;
    private @Nullable String headAbout;
    private @Nullable FieldBag entry;
    private @Nullable String entryAbout;
    private boolean aboutIsId;
    private int rootDepth = -1;

    private @Nullable Capture capture;

    private FeedWalker(CharBuffer text, String base) {
        this.scanner = MarkupScanner.over(text, new References());
        this.documentBase = base;
    }

    /** Reads the text of a document that is not JSON. */
    static FeedResult read(CharBuffer text, String base) {
        return new FeedWalker(text, base).walk();
    }

    private FeedResult walk() {
        for (Token token = scanner.next(); token != Token.DONE && !done; token = scanner.next()) {
            switch (token) {
                case START -> start();
                case END -> end();
                case TEXT, CDATA -> characters(token);
                case DONE -> {}
            }
        }
        if (!done && format != null && (!frames.isEmpty() || scanner.unfinished())) {
            flags.add(FeedResult.Read.TRUNCATED);
            // Half an address or half a date would be another one.
            capture = capture != null && capture.isWorthlessWhenCut() ? null : capture;
        }
        closeTo(0);
        FeedFormat found = format;
        boolean otherRdf = found == FeedFormat.RDF && !channelSeen && entries.isEmpty();
        if (found == null || otherRdf) {
            return Refusals.notAFeed(firstWord, html);
        }
        return new FeedResult.Read(
                HeadBuilder.build(found, head, headAbout, documentBase), entries, List.copyOf(flags));
    }

    private void start() {
        String name = scanner.name();
        String word = namespaces.word(name);
        if (capture != null) {
            if (!capture.isEndedBy(word)) {
                captureElement(capture, name);
                return;
            }
            closeTo(capture.depth());
        }
        if (entry != null && (word.equals("item") || (word.equals("entry") && place() == Place.ENTRY))) {
            closeEntry();
        }
        int depth = frames.size();
        if (scanner.attributeCount() > 0) {
            boolean own = place() == Place.OUTSIDE || place() == Place.FEED;
            namespaces.declare(scanner, depth, own);
            word = namespaces.word(name);
        }
        if (firstWord.isEmpty()) {
            firstWord = word;
        }
        open(word, name, base());
        if (scanner.selfClosing() && frames.size() > depth) {
            closeTo(depth);
        } else if (frames.size() == depth) {
            namespaces.leave(depth);
        }
    }

    private void captureElement(Capture into, String name) {
        into.element();
        boolean open = !scanner.selfClosing() && !Rendition.VOID.contains(name.toLowerCase(Locale.ROOT));
        if (open) {
            push(new Frame(name, Place.CAPTURED, into.base(), null));
        }
    }

    private void open(String word, String name, String base) {
        switch (place()) {
            case OUTSIDE -> outside(word, name, base);
            case FEED -> inFeed(word, name, base);
            case ENTRY -> inEntry(word, name, base);
            case ENTRY_WRAPPER -> {
                boolean known = word.startsWith("media:") || word.startsWith("news:");
                field(known ? Vocabulary.entryFields().get(word) : null, word, name, base);
            }
            case IGNORED -> {
                if (entry == null && format != null && isEntry(word)) {
                    openEntry(name, base);
                } else {
                    push(new Frame(name, Place.IGNORED, base, null));
                }
            }
            case CAPTURED -> throw new IllegalStateException("captured elements are not opened");
        }
    }

    private void outside(String word, String name, String base) {
        html |= word.equals("html") || word.equals("xhtml:html");
        FeedFormat root = rootFormat(word);
        if (root != null) {
            format = root;
            rootDepth = frames.size();
            channelSeen |= word.equals("channel");
            headAbout = root == FeedFormat.CDF ? scanner.attribute("href") : null;
            head.language(scanner.attribute("xml:lang"));
            push(new Frame(name, Place.FEED, base, null));
        } else if (frames.isEmpty() && isEntry(word) && !html) {
            format = word.equals("entry") ? FeedFormat.ATOM : FeedFormat.RSS;
            rootDepth = 0;
            openEntry(name, base);
        } else {
            push(new Frame(name, Place.OUTSIDE, base, null));
        }
    }

    private @Nullable FeedFormat rootFormat(String word) {
        boolean marked = scanner.attributeCount() > 0;
        if (html && !marked) {
            return null;
        }
        return switch (word) {
            case "rss" -> FeedFormat.RSS;
            case "rdf:rdf", "rdf" -> FeedFormat.RDF;
            case "feed" -> FeedFormat.ATOM;
            case "channel" ->
                html
                        ? null
                        : scanner.attribute("href") != null
                                ? FeedFormat.CDF
                                : scanner.attribute("rdf:about") != null ? FeedFormat.RDF : FeedFormat.RSS;
            case "urlset" -> FeedFormat.SITEMAP;
            case "sitemapindex" -> FeedFormat.SITEMAP_INDEX;
            default -> null;
        };
    }

    private boolean isEntry(String word) {
        return switch (word) {
            case "item", "entry" -> true;
            case "url" -> format == FeedFormat.SITEMAP;
            case "sitemap" -> format == FeedFormat.SITEMAP_INDEX;
            default -> false;
        };
    }

    private void inFeed(String word, String name, String base) {
        if (isEntry(word)) {
            openEntry(name, base);
        } else if (word.equals("channel")) {
            channelSeen = true;
            push(new Frame(name, Place.FEED, base, null));
        } else if (Vocabulary.FEED_WRAPPERS.contains(word)) {
            push(new Frame(name, Place.FEED, base, null));
        } else {
            field(Vocabulary.feedFields().get(word), word, name, base);
        }
    }

    private void inEntry(String word, String name, String base) {
        if (Vocabulary.ENTRY_WRAPPERS.contains(word)) {
            field(Vocabulary.entryFields().get(word), word, name, base);
        } else if (word.equals("feed") || word.equals("channel")) {
            push(new Frame(name, Place.IGNORED, base, null));
        } else {
            field(Vocabulary.entryFields().get(word), word, name, base);
        }
    }

    private void openEntry(String name, String base) {
        if (entries.size() >= FeedReader.MAX_ENTRIES) {
            flags.add("too-many-entries");
            push(new Frame(name, Place.IGNORED, base, null));
            return;
        }
        if (push(new Frame(name, Place.ENTRY, base, null))) {
            FieldBag bag = new FieldBag();
            entry = bag;
            String about = scanner.attribute("rdf:about");
            entryAbout = about == null ? scanner.attribute("href") : about;
            aboutIsId = about != null;
            bag.language(scanner.attribute("xml:lang"));
            String modified = scanner.attribute("lastmod");
            if (modified != null) {
                bag.put(Field.LAST_MODIFIED, new Captured(modified, Captured.Kind.PLAIN, base));
            }
        }
    }

    /** Takes what a field's start tag says, and begins to capture its text where it has one. */
    private void field(@Nullable Field field, String word, String name, String base) {
        FieldBag bag = entry == null ? head : entry;
        boolean wrapper = Vocabulary.ENTRY_WRAPPERS.contains(word);
        boolean text = field != null && !wrapper;
        if (field != null) {
            if (field == Field.CONTENT && entryAbout == null) {
                entryAbout = scanner.attribute("src");
            }
            text &= !FieldTag.take(scanner, field, bag, base);
        }
        Place inside = wrapper ? Place.ENTRY_WRAPPER : text ? Place.CAPTURED : Place.IGNORED;
        int depth = frames.size();
        if (push(new Frame(name, inside, base, text ? field : null))
                && text
                && field != null
                && !scanner.selfClosing()) {
            capture = new Capture(field, bag, depth, base, scanner);
        }
    }

    private void characters(Token token) {
        if (capture != null) {
            capture.characters(scanner, token);
        }
    }

    private void end() {
        String name = scanner.name();
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).name().equals(name) || frames.get(i).name().equalsIgnoreCase(name)) {
                closeTo(i);
                return;
            }
        }
    }

    /** Closes every element at {@code depth} and below it. */
    private void closeTo(int depth) {
        while (frames.size() > depth) {
            int at = frames.size() - 1;
            Frame frame = frames.remove(at);
            if (capture != null && capture.depth() == at) {
                finish(capture);
            } else if (frame.place() == Place.ENTRY) {
                emit(frame);
            }
            if (at == rootDepth) {
                done = true;
            }
            namespaces.leave(at);
        }
    }

    private void closeEntry() {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).place() == Place.ENTRY) {
                closeTo(i);
                return;
            }
        }
    }

    private void finish(Capture captured) {
        capture = null;
        captured.finish(scanner, scanner.tokenStart(), format != FeedFormat.ATOM);
    }

    private void emit(Frame frame) {
        FieldBag bag = entry;
        if (bag == null) {
            return;
        }
        entry = null;
        Captured publication = bag.first(Field.PUBLICATION);
        if (publication != null) {
            head.put(Field.PUBLICATION, publication);
        }
        if (aboutIsId && entryAbout != null) {
            bag.put(Field.ABOUT, new Captured(entryAbout, Captured.Kind.PLAIN, frame.base()));
        }
        entries.add(EntryBuilder.build(bag, entryAbout, frame.base()));
        entryAbout = null;
    }

    private Place place() {
        return frames.isEmpty() ? Place.OUTSIDE : frames.get(frames.size() - 1).place();
    }

    /** The base in force inside the tag just read. */
    private String base() {
        String outer =
                frames.isEmpty() ? documentBase : frames.get(frames.size() - 1).base();
        String own = scanner.attributeCount() == 0 ? null : scanner.attribute("xml:base");
        if (own == null && scanner.attributeCount() > 0 && scanner.name().equalsIgnoreCase("channel")) {
            own = scanner.attribute("base");
        }
        return own == null ? outer : FeedLinks.rebase(outer, own);
    }

    private boolean push(Frame frame) {
        if (frames.size() >= MAX_DEPTH) {
            flags.add("too-deep");
            return false;
        }
        frames.add(frame);
        return true;
    }
}
