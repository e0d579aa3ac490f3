package io.visitwatch.ingest.feed;

import com.rometools.opml.feed.opml.Attribute;
import com.rometools.opml.feed.opml.Outline;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists of feeds as readers exchange them. Reading uses the feed reader's own scanner, since OPML in the wild is as broken as
 * feeds are; writing is ROME's. Folders become tags. Nothing is fetched: an address that may not be fetched is reported.
 */
public final class Opml {
    /** Subscriptions read of one list. */
    public static final int MAX_FEEDS = 20_000;

    private Opml() {}

    /**
     * One subscription.
     *
     * @param url absolute http(s) address of the feed
     * @param title plain text; null when the list has none
     * @param site address of the page it belongs to; null when the list has none
     * @param tags folders from the outside in, then categories, each once
     */
    public record Subscription(
            String url, @Nullable String title, @Nullable String site, List<String> tags) {
        public Subscription {
            tags = List.copyOf(tags);
        }
    }

    /**
     * An outline that was left out.
     *
     * @param address as written
     * @param cause one line in plain words
     */
    public record Problem(String address, String cause) {}

    /**
     * What a list holds.
     *
     * @param title of the list, plain text; null when it has none
     * @param feeds in document order, each address once, tags of repetitions joined
     * @param problems what was left out and why
     */
    public record Subscriptions(@Nullable String title, List<Subscription> feeds, List<Problem> problems) {
        public Subscriptions {
            feeds = List.copyOf(feeds);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a list.
     *
     * @param body the file
     * @param refusal says why an address must not be fetched (a private network, an odd port); null when it may be
     */
    public static Subscriptions read(byte[] body, Function<String, @Nullable String> refusal) {
        FeedText text = FeedText.decode(body, null);
        if (text.tooLarge()) {
            return new Subscriptions(null, List.of(), List.of(new Problem("", "the list is larger than 16 MB")));
        }
        return new Reading(refusal).read(text.text());
    }

    /**
     * Writes a list, OPML 2.0: a folder for each first tag, all tags as categories.
     *
     * @param title of the list
     */
    public static String write(String title, List<Subscription> feeds) {
        Map<String, Outline> folders = new LinkedHashMap<>();
        List<Outline> top = new ArrayList<>();
        for (Subscription feed : feeds) {
            if (feed.tags().isEmpty()) {
                top.add(outline(feed));
                continue;
            }
            Outline folder = folders.computeIfAbsent(feed.tags().get(0), name -> {
                Outline made = new Outline();
                made.setText(name);
                top.add(made);
                return made;
            });
            folder.getChildren().add(outline(feed));
        }
        com.rometools.opml.feed.opml.Opml list = new com.rometools.opml.feed.opml.Opml();
        list.setFeedType("opml_2.0");
        list.setTitle(title);
        list.setOutlines(top);
        try {
            return new WireFeedOutput().outputString(list);
        } catch (FeedException e) {
            throw new IllegalStateException("ROME cannot write a list of " + feeds.size() + " feeds", e);
        }
    }

    private static Outline outline(Subscription feed) {
        Outline outline = new Outline();
        String name = feed.title() == null ? feed.url() : feed.title();
        outline.setType("rss");
        outline.setText(name);
        outline.setTitle(name);
        outline.getAttributes().add(new Attribute("xmlUrl", feed.url()));
        if (feed.site() != null) {
            outline.getAttributes().add(new Attribute("htmlUrl", feed.site()));
        }
        outline.setCategories(feed.tags());
        return outline;
    }

    /** One pass over one list. */
    private static final class Reading {
        private final Function<String, @Nullable String> refusal;
        private final Map<String, Subscription> feeds = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        /** Open outlines; the name of a folder, or empty for a feed or a folder without a name. */
        private final List<String> folders = new ArrayList<>();

        private @Nullable String title;

        Reading(Function<String, @Nullable String> refusal) {
            this.refusal = refusal;
        }

        Subscriptions read(CharBuffer text) {
            MarkupScanner scanner = MarkupScanner.over(text, new References());
            boolean inTitle = false;
            for (MarkupScanner.Token t = scanner.next(); t != MarkupScanner.Token.DONE; t = scanner.next()) {
                boolean outline = scanner.name().equalsIgnoreCase("outline");
                switch (t) {
                    case START -> {
                        inTitle = scanner.name().equalsIgnoreCase("title");
                        if (outline) {
                            outline(scanner);
                        }
                    }
                    case END -> {
                        inTitle = false;
                        if (outline && !folders.isEmpty()) {
                            folders.remove(folders.size() - 1);
                        }
                    }
                    case TEXT, CDATA -> {
                        if (inTitle && title == null) {
                            title = Markup.oneLine(scanner.value(t));
                        }
                    }
                    case DONE -> {}
                }
            }
            return new Subscriptions(title, List.copyOf(feeds.values()), problems);
        }

        private void outline(MarkupScanner tag) {
            String address = tag.attribute("xmlUrl");
            String stated = tag.attribute("title");
            String name = stated == null || stated.isBlank() ? tag.attribute("text") : stated;
            String plain = name == null ? "" : Markup.oneLine(name);
            boolean feed = address != null && !address.isBlank();
            if (address != null && feed) {
                feed(address.strip(), plain, tag);
            }
            if (!tag.selfClosing() && folders.size() < FeedWalker.MAX_DEPTH) {
                folders.add(feed ? "" : plain);
            }
        }

        private void feed(String address, String name, MarkupScanner tag) {
            String url = FeedLinks.resolve("", address);
            String cause = url == null ? "no http or https address" : refusal.apply(url);
            if (url == null || cause != null) {
                problems.add(new Problem(address, cause == null ? "no http or https address" : cause));
                return;
            }
            Set<String> tags = new LinkedHashSet<>(folders);
            String categories = tag.attribute("category");
            for (String category : categories == null ? new String[0] : categories.split("[,/]")) {
                tags.add(Markup.oneLine(category));
            }
            tags.remove("");
            Subscription known = feeds.get(url);
            if (known != null) {
                Set<String> both = new LinkedHashSet<>(known.tags());
                both.addAll(tags);
                feeds.put(url, new Subscription(url, known.title(), known.site(), List.copyOf(both)));
            } else if (feeds.size() >= MAX_FEEDS) {
                problems.add(new Problem(address, "more than " + MAX_FEEDS + " feeds in one list"));
            } else {
                String site = FeedLinks.resolve(url, tag.attribute("htmlUrl"));
                feeds.put(url, new Subscription(url, name.isEmpty() ? null : name, site, List.copyOf(tags)));
            }
        }
    }
}
