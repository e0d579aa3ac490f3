package io.visitwatch.ingest.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feeds a web page names in its head. Only says what is there; nothing is fetched. */
public final class FeedDiscovery {
    /** The head of a page is read, not the whole of it, in characters. */
    private static final int MAX_READ = 512 << 10;

    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/json",
            "application/rdf+xml",
            "application/x-rss+xml",
            "application/x-atom+xml",
            "text/rss+xml",
            "text/atom+xml",
            "text/rss",
            "text/xml",
            "application/xml",
            "application/x.atom+xml",
            "application/x-netcdf");

    private FeedDiscovery() {}

    /**
     * Addresses of feeds in {@code html}, absolute, each once, in page order.
     *
     * @param url address of the page; its {@code base} element moves it
     */
    public static List<String> find(String html, String url) {
        Document page = Jsoup.parse(html.length() > MAX_READ ? html.substring(0, MAX_READ) : html, url);
        Element moved = page.selectFirst("base[href]");
        String base = moved == null ? url : FeedLinks.rebase(url, moved.attr("href"));
        Set<String> found = new LinkedHashSet<>();
        for (Element link : page.select("link[href][rel]")) {
            String type = link.attr("type")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(";.*", "")
                    .strip();
            Set<String> relations = Set.copyOf(
                    List.of(link.attr("rel").strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                            .distinct()
                            .toList());
            boolean feed = relations.contains("feed") || (relations.contains("alternate") && TYPES.contains(type));
            String address = feed ? FeedLinks.resolve(base, link.attr("href")) : null;
            if (address != null) {
                found.add(address);
            }
        }
        return List.copyOf(found);
    }
}
