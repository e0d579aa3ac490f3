package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any bytes as a list of feeds; what was read can be written and read again. */
class OpmlFuzzTest {
    @FuzzTest
    void readsAnyListAndReadsBackWhatItWrites(byte[] bytes) {
        Opml.Subscriptions read = Opml.read(bytes, url -> url.contains("127.") ? "private" : null);
        assertThat(read.feeds()).allSatisfy(feed -> assertThat(feed.url()).doesNotContain("127."));
        Opml.Subscriptions again =
                Opml.read(Opml.write("copy", read.feeds()).getBytes(StandardCharsets.UTF_8), url -> null);
        assertThat(again.feeds()).hasSameSizeAs(read.feeds());
    }
}
