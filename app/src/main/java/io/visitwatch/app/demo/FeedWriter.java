package io.visitwatch.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.model.wire.Json;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an outlet's feed in its form. */
final class FeedWriter {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String RSS1 = "http://purl.org/rss/1.0/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");
    private static final DateTimeFormatter RFC822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZONE);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZONE).withLocale(Locale.ROOT);

    private FeedWriter() {}

    /** What the outlet's feed is served as. */
    static String contentType(NewsOutlet outlet) {
        String type = switch (outlet.format()) {
            case RSS2 -> "application/rss+xml";
            case RSS1 -> "application/rdf+xml";
            case ATOM -> "application/atom+xml";
            case JSONFEED -> "application/feed+json";
        };
        return type + "; charset=" + (outlet.quirk() == NewsOutlet.Quirk.WRONG_CHARSET ? "iso-8859-1" : "utf-8");
    }

    /** The feed with {@code stories}, newest first. */
    static String write(NewsOutlet outlet, String home, List<Published> stories) {
        if (outlet.format() == NewsOutlet.Format.JSONFEED) {
            return json(outlet, home, stories);
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            if (outlet.quirk() == NewsOutlet.Quirk.DOCTYPE) {
                xml.writeDTD("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" "
                        + "\"http://my.netscape.com/publish/formats/rss-0.91.dtd\" [<!ENTITY copy \"&#169;\">]>");
            }
            switch (outlet.format()) {
                case RSS2 -> rss2(xml, outlet, home, stories);
                case RSS1 -> rss1(xml, outlet, home, stories);
                default -> atom(xml, outlet, home, stories);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the feed of " + outlet.id(), e);
        }
        return text.toString();
    }

    private static void rss2(XMLStreamWriter xml, NewsOutlet outlet, String home, List<Published> stories)
            throws XMLStreamException {
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeStartElement("channel");
        element(xml, "title", outlet.name());
        element(xml, "link", home);
        element(xml, "description", outlet.name());
        element(xml, "language", outlet.language());
        for (Published story : stories) {
            xml.writeStartElement("item");
            element(xml, "title", story.title());
            element(xml, "link", story.url());
            xml.writeStartElement("guid");
            xml.writeAttribute("isPermaLink", "false");
            xml.writeCharacters(outlet.id() + ":" + story.id());
            xml.writeEndElement();
            element(xml, "pubDate", RFC822.format(story.at()));
            // most outlets put markup into what should be text
            element(xml, "description", "<p>" + Plain.html(story.summary()) + "</p>");
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void rss1(XMLStreamWriter xml, NewsOutlet outlet, String home, List<Published> stories)
            throws XMLStreamException {
        xml.writeStartElement("rdf", "RDF", RDF);
        xml.writeNamespace("rdf", RDF);
        xml.writeDefaultNamespace(RSS1);
        xml.writeNamespace("dc", DC);
        xml.writeStartElement(RSS1, "channel");
        xml.writeAttribute("rdf", RDF, "about", home);
        element(xml, "title", outlet.name());
        element(xml, "link", home);
        element(xml, "description", outlet.name());
        xml.writeEndElement();
        for (Published story : stories) {
            xml.writeStartElement("item");
            xml.writeAttribute("rdf", RDF, "about", story.url());
            element(xml, "title", story.title());
            element(xml, "link", story.url());
            element(xml, "description", story.summary());
            xml.writeStartElement("dc", "date", DC);
            xml.writeCharacters(iso(story.at()));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void atom(XMLStreamWriter xml, NewsOutlet outlet, String home, List<Published> stories)
            throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", outlet.language());
        element(xml, "title", outlet.name());
        element(xml, "id", "urn:visitwatch:demo:" + outlet.id());
        element(
                xml,
                "updated",
                iso(stories.isEmpty() ? Instant.EPOCH : stories.get(0).at()));
        link(xml, home);
        for (Published story : stories) {
            xml.writeStartElement("entry");
            element(xml, "title", story.title());
            element(xml, "id", "urn:visitwatch:demo:" + outlet.id() + ":" + story.id());
            link(xml, story.url());
            element(xml, "published", iso(story.at()));
            element(xml, "updated", iso(story.at()));
            element(xml, "summary", story.summary());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String json(NewsOutlet outlet, String home, List<Published> stories) {
        ObjectNode feed = Json.mapper().createObjectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", outlet.name());
        feed.put("home_page_url", home);
        feed.put("language", outlet.language());
        for (Published story : stories) {
            feed.withArray("items")
                    .addObject()
                    .put("id", outlet.id() + ":" + story.id())
                    .put("url", story.url())
                    .put("title", story.title())
                    .put("summary", story.summary())
                    .put("content_text", story.summary())
                    .put("date_published", iso(story.at()));
        }
        return feed.toString();
    }

    static String iso(Instant at) {
        return ISO.format(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    private static void link(XMLStreamWriter xml, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
