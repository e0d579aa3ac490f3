package io.visitwatch.app.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.visitwatch.model.SourceClass;
import java.util.List;
import java.util.Objects;

/**
 * One outlet of the newsroom.
 *
 * @param id first part of its addresses
 * @param name its name
 * @param country ISO 3166-1 code of its home
 * @param language BCP 47 code of what it writes
 * @param sourceClass what kind of voice it is
 * @param format form of its feed
 * @param quirk what its feed does wrong
 * @param template how its pages look
 */
public record NewsOutlet(
        String id,
        String name,
        String country,
        String language,
        @JsonProperty("class") SourceClass sourceClass,
        Format format,
        Quirk quirk,
        Template template) {
    public NewsOutlet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** Forms of feeds. */
    public enum Format {
        @JsonProperty("rss2")
        RSS2,
        @JsonProperty("rss1")
        RSS1,
        @JsonProperty("atom")
        ATOM,
        @JsonProperty("jsonfeed")
        JSONFEED
    }

    /** Oddities of real feeds. */
    public enum Quirk {
        @JsonProperty("none")
        NONE,
        /** The HTTP header names another charset than the bytes have. */
        @JsonProperty("wrong-charset")
        WRONG_CHARSET,
        /** A DOCTYPE with an external DTD and entities of its own. */
        @JsonProperty("doctype")
        DOCTYPE,
        /** Answers 304 when nothing is new. */
        @JsonProperty("etag")
        ETAG
    }

    /** Looks of pages. */
    public enum Template {
        @JsonProperty("classic")
        CLASSIC,
        @JsonProperty("magazine")
        MAGAZINE,
        @JsonProperty("portal")
        PORTAL,
        @JsonProperty("minimal")
        MINIMAL
    }

    /** Whether its script runs from right to left. */
    boolean rightToLeft() {
        return List.of("ar", "fa", "ckb", "he", "ur").contains(language);
    }

    /** The form of the file of outlets. */
    record File(@JsonProperty("outlets") List<NewsOutlet> outlets) {}
}
