package io.visitwatch.ingest.kafka;

import io.visitwatch.ingest.extract.OutletBoilerplate;
import io.visitwatch.ingest.push.Subscription;
import io.visitwatch.ingest.schedule.Feed;
import io.visitwatch.ingest.schedule.FeedState;
import io.visitwatch.ingest.seen.SeenEntries;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The records of {@code feeds} and {@code feed-state}. A feed's state takes several keys: its id for what changes with each poll, its
 * id with {@code #seen} for the larger memory of entries, with {@code #boilerplate} for what its pages repeat, with {@code #push} for
 * its subscription at a hub. {@code #batch} numbers the transactions of a partition.
 */
final class StateRecords {
    /** Key of the number of the last transaction. */
    static final String BATCH = "#batch";

    private static final String SEEN = "#seen";
    private static final String BOILERPLATE = "#boilerplate";
    private static final String PUSH = "#push";

    private StateRecords() {}

    static String seenKey(String feedId) {
        return feedId + SEEN;
    }

    static boolean isSeen(String key) {
        return key.endsWith(SEEN);
    }

    static String boilerplateKey(String feedId) {
        return feedId + BOILERPLATE;
    }

    static boolean isBoilerplate(String key) {
        return key.endsWith(BOILERPLATE);
    }

    static String pushKey(String feedId) {
        return feedId + PUSH;
    }

    static boolean isPush(String key) {
        return key.endsWith(PUSH);
    }

    /** The feed a key belongs to: ids hold no {@code #}. */
    static String feedOf(String key) {
        int hash = key.indexOf('#');
        return hash < 0 ? key : key.substring(0, hash);
    }

    static byte[] bytes(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(SeenEntries seen) {
        return bytes(new Memory(seen.encode()));
    }

    static byte[] bytes(OutletBoilerplate boilerplate) {
        return bytes(new Boilerplate(boilerplate.encode()));
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

    static OutletBoilerplate boilerplate(byte[] value) throws IOException {
        return OutletBoilerplate.decode(
                Json.mapper().readValue(value, Boilerplate.class).paragraphs());
    }

    static Subscription push(byte[] value) throws IOException {
        return Json.mapper().readValue(value, Subscription.class);
    }

    static long batch(byte[] value) throws IOException {
        return Json.mapper().readValue(value, Batch.class).number();
    }

    /** JSON of a memory: packed marks in Base64. */
    @SuppressWarnings("ArrayRecordComponent") // written and read, never compared
    record Memory(byte[] marks) {}

    /** JSON of what an outlet repeats: packed hashes and counts in Base64. */
    @SuppressWarnings("ArrayRecordComponent") // written and read, never compared
    record Boilerplate(byte[] paragraphs) {}

    /** JSON of a transaction's number. */
    record Batch(long number) {}
}
