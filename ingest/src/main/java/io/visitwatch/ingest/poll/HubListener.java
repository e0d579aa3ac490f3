package io.visitwatch.ingest.poll;

import io.visitwatch.ingest.schedule.Feed;
import java.util.List;

/** Told where a feed says it can be subscribed to. Must not block. */
@FunctionalInterface
public interface HubListener {
    /** Nobody subscribes. */
    HubListener NONE = (feed, hubs, topic) -> {};

    /**
     * A feed was read whole.
     *
     * @param hubs hubs it names, absolute; empty when there are none
     * @param topic address to subscribe to
     */
    void read(Feed feed, List<String> hubs, String topic);
}
