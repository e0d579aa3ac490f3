package io.visitwatch.ingest.kafka;

import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The records of {@code feeds} and {@code feed-state}. A feed's state takes two keys: its id for what changes with each poll, its
 * id with {@code #seen} for the larger memory of entries. {@code #batch} numbers the transactions of a partition.
 */
final class StateRecords {
    /** Key of the number of the last transaction. */
    static final String BATCH = "#batch";

    private static final String SEEN = "#seen";

    private StateRecords() {}

    static String seenKey(String feedId) {
        return feedId + SEEN;
    }

    static boolean isSeen(String key) {
        return key.endsWith(SEEN);
    }

    static String feedOfSeen(String key) {
        return key.substring(0, key.length() - SEEN.length());
    }

    static byte[] bytes(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(SeenEntries seen) {
        return bytes(new Memory(seen.encode()));
    }

    static Feed feed(byte[] value) throws IOException {
        return Json.mapper().readValue(value, Feed.class);
    }

    static FeedState state(byte[] value) throws IOException {
        return Json.mapper().readValue(value, FeedState.class);
    }

    static SeenEntries seen(byte[] value) throws IOException {
        return SeenEntries.decode(Json.mapper().readValue(value, Memory.class).marks());
    }

    static long batch(byte[] value) throws IOException {
        return Json.mapper().readValue(value, Batch.class).number();
    }

    /** JSON of a memory: packed marks in Base64. */
    @SuppressWarnings("ArrayRecordComponent") // written and read, never compared
    record Memory(byte[] marks) {}

    /** JSON of a transaction's number. */
    record Batch(long number) {}
}
