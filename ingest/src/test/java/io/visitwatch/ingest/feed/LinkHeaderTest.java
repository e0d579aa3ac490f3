package io.visitwatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkHeaderTest {
    private static final String BASE = "https://a.example/feed";

    @Test
    void readsHubAndSelfOfOneHeader() {
        String header =
                "<https://hub.example/?a,b>; rel=\"hub\", </canonical>; title=\"a, b; rel=hub\"; REL=Self, <x>; rel=next";
        assertThat(LinkHeader.targets(header, "hub", BASE)).containsExactly("https://hub.example/?a,b");
        assertThat(LinkHeader.targets(header, "self", BASE)).containsExactly("https://a.example/canonical");
        assertThat(LinkHeader.targets(header, "NEXT", BASE)).containsExactly("https://a.example/x");
    }

    @Test
    void leavesOutWhatIsNoLink() {
        assertThat(LinkHeader.targets("nonsense, <javascript:x>; rel=hub, <unclosed; rel=hub", "hub", BASE))
                .isEmpty();
        assertThat(LinkHeader.targets(null, "hub", BASE)).isEmpty();
    }

    @Test
    void believesTheHeaderBeforeTheDocument() {
        FeedHead head = Feeds.read(
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"hub\" href=\"https://old.example/\"/>"
                                + "<link rel=\"self\" href=\"/self\"/></feed>")
                .head();
        assertThat(LinkHeader.hubs("<https://new.example/>; rel=\"hub\"", head, BASE))
                .containsExactly("https://new.example/");
        assertThat(LinkHeader.hubs(null, head, BASE)).containsExactly("https://old.example/");
        assertThat(LinkHeader.topic(null, head, BASE)).isEqualTo("https://fixture.example/self");
    }
}
