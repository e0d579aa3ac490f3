package io.visitwatch.alerts.render;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.visitwatch.model.Alert;
import io.visitwatch.model.wire.Json;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts as a feed that any reader can follow: Atom 1.0, RSS 2.0, JSON Feed 1.1. */
public final class AlertFeeds {
    private static final String TITLE = "Visitwatch alerts";

    private AlertFeeds() {}

    /**
     * Alerts as Atom 1.0.
     *
     * @param alerts newest first
     * @param self address of the feed
     */
    public static String atom(List<Alert> alerts, String self) {
        return xml("atom_1.0", alerts, self);
    }

    /** Alerts as RSS 2.0; parameters as for {@link #atom}. */
    public static String rss(List<Alert> alerts, String self) {
        return xml("rss_2.0", alerts, self);
    }

    /** Alerts as JSON Feed 1.1; parameters as for {@link #atom}. */
    public static String json(List<Alert> alerts, String self) {
        Map<String, Object> feed = new TreeMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", TITLE);
        feed.put("feed_url", self);
        feed.put("items", alerts.stream().map(AlertFeeds::item).toList());
        return Json.write(feed);
    }

    private static Map<String, Object> item(Alert alert) {
        Map<String, Object> item = new TreeMap<>();
        item.put("id", urn(alert));
        item.put("title", AlertText.title(alert));
        item.put("content_text", text(alert));
        item.put("date_published", alert.at().toString());
        item.put("tags", List.of(alert.change().name()));
        AlertText.link(alert).ifPresent(url -> item.put("external_url", url));
        return item;
    }

    private static String xml(String type, List<Alert> alerts, String self) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(type);
        feed.setEncoding("UTF-8");
        feed.setTitle(TITLE);
        feed.setLink(self);
        feed.setUri(self);
        feed.setDescription("Visits of foreign officials, each change once");
        feed.setPublishedDate(
                Date.from(alerts.isEmpty() ? Instant.EPOCH : alerts.get(0).at()));
        feed.setEntries(alerts.stream().map(AlertFeeds::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed);
        } catch (FeedException e) {
            throw new IllegalStateException("cannot write a feed of " + alerts.size() + " alerts", e);
        }
    }

    private static SyndEntry entry(Alert alert) {
        SyndContent content = new SyndContentImpl();
        content.setType("text/plain");
        content.setValue(text(alert));
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri(urn(alert));
        entry.setTitle(AlertText.title(alert));
        entry.setPublishedDate(Date.from(alert.at()));
        entry.setUpdatedDate(Date.from(alert.at()));
        entry.setDescription(content);
        AlertText.link(alert).ifPresent(entry::setLink);
        return entry;
    }

    private static String text(Alert alert) {
        String evidence = AlertText.evidence(alert);
        return (evidence.isEmpty() ? "" : evidence + "\n") + AlertText.provenance(alert);
    }

    private static String urn(Alert alert) {
        return "urn:visitwatch:alert:" + alert.id();
    }
}
