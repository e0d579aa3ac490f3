package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.visitwatch.ingest.fetch.WebUrl.BadUrlException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Any text as an address: what passes is plain http, reads back the same, and its literal is no private address. */
class UrlFuzzTest {
    @FuzzTest
    void passesOnlyWhatReadsBackTheSame(FuzzedDataProvider data) {
        WebUrl url;
        try {
            url = WebUrl.parse(data.consumeRemainingAsString(), WebUrl.STANDARD_PORTS);
        } catch (BadUrlException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            return;
        }
        assertThat(url.toString()).matches("https?://[\\x21-\\x7e]+");
        assertThat(url.uri().getRawUserInfo()).isNull();
        assertThat(WebUrl.STANDARD_PORTS).contains(url.port());
        try {
            WebUrl again = WebUrl.parse(url.toString(), WebUrl.STANDARD_PORTS);
            assertThat(again.toString()).isEqualTo(url.toString());
            assertThat(again.host()).isEqualTo(url.host());
        } catch (BadUrlException e) {
            throw new AssertionError("what passed once does not pass again: " + url, e);
        }
        literalIsWhatTheGuardSees(url.host());
    }

    /** What the JDK would take for an address is written as one, so that no other spelling slips by the guard. */
    private static void literalIsWhatTheGuardSees(String host) {
        if (!host.matches("[0-9.]+") && !host.contains(":")) {
            return;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            boolean loopback = address.isLoopbackAddress() || address.isAnyLocalAddress();
            assertThat(loopback && AddressGuard.publicOnly().allows(address)).isFalse();
        } catch (UnknownHostException e) {
            assertThat(host).as("no address at all").matches("[0-9.]+|.*:.*");
        }
    }
}
