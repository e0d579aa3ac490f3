package io.visitwatch.app.run;

import java.util.EnumSet;
import java.util.Set;

/** Parts of the service that can run alone. The names are what people type. */
public enum Part {
    /** The embedded broker. */
    broker,
    /** Feeds and pages to articles. */
    ingest,
    /** Articles to visit reports. */
    enrich,
    /** Visit reports to visits, alerts and messages. */
    alerts,
    /** HTTP. */
    api;

    /** All of them. */
    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }
}
