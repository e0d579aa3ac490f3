package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.ingest.fetch.WebUrl.BadUrlException;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {
    private static final Set<Integer> PORTS = WebUrl.STANDARD_PORTS;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.org",
                "//example.org/",
                "/path",
                "file:///etc/passwd",
                "ftp://example.org/",
                "jar:http://a!/b",
                "gopher://example.org/",
                "data:text/html,x",
                "javascript:alert(1)",
                "http:///path",
                "http://",
                "http:example.org",
                "http://user@example.org/",
                "http://user:pw@example.org/",
                "http://@example.org/",
                "http://a@b@example.org/",
                "http://example.org:22/",
                "http://example.org:25/",
                "http://example.org:6379/",
                "http://example.org:0/",
                "http://example.org:99999/",
                "http://example.org\\@127.0.0.1/",
                "http://example.org/a\nb",
                "http://exa\tmple.org/",
                "http://example.org/\u0000",
                "http://127.1/",
                "http://127.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1.1/",
                "http://1.2.3.256/",
                "http://1.2.3.04/",
                "http://%31%32%37.0.0.1/",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                "http://exa mple.org/",
                "http://example..org:80:80/",
                "http://[127.0.0.1]/"
            })
    void refusesWhatMustNotBeFetched(String url) {
        assertThatThrownBy(() -> WebUrl.parse(url, PORTS)).isInstanceOf(BadUrlException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://Example.ORG, http://example.org/, example.org, 80",
        "https://example.org:8443/a?b=c#d, https://example.org:8443/a?b=c, example.org, 8443",
        "http://example.org./x, http://example.org/x, example.org, 80",
        "http://8.8.8.8/, http://8.8.8.8/, 8.8.8.8, 80",
        "https://[2606:4700::1111]/, https://[2606:4700::1111]/, 2606:4700::1111, 443",
        "http://bücher.example/ä b, http://xn--bcher-kva.example/%C3%A4%20b, xn--bcher-kva.example, 80",
        "http://example.org/خبر, http://example.org/%D8%AE%D8%A8%D8%B1, example.org, 80",
        "http://example.org/50%, http://example.org/50%25, example.org, 80",
        "http://example.org/a|b, http://example.org/a%7Cb, example.org, 80",
        "' http://example.org/ ', http://example.org/, example.org, 80"
    })
    void readsWhatBrowsersRead(String url, String spelled, String host, int port) throws BadUrlException {
        WebUrl read = WebUrl.parse(url, PORTS);
        assertThat(read).hasToString(spelled);
        assertThat(read.host()).isEqualTo(host);
        assertThat(read.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/x, http://example.org/x",
        "x, http://example.org/a/x",
        "?q=1, http://example.org/a/b?q=1",
        "../x, http://example.org/x",
        "//other.org/x, http://other.org/x",
        "https://other.org, https://other.org/"
    })
    void resolvesRedirectTargets(String location, String target) throws BadUrlException {
        WebUrl base = WebUrl.parse("http://example.org/a/b?old=1", PORTS);
        assertThat(base.resolve(location, PORTS)).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[",
                "data:text/plain;x,[y]",
                "file:///etc/passwd",
                "http://u:p@other.org/",
                "\\\\other.org",
                ""
            })
    void refusesBadRedirectTargets(String location) throws BadUrlException {
        WebUrl base = WebUrl.parse("http://example.org/a/b", PORTS);
        assertThatThrownBy(() -> base.resolve(location, PORTS)).isInstanceOf(BadUrlException.class);
    }

    @Test
    void readsTheSameUnderATurkishLocale() throws BadUrlException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(WebUrl.parse("HTTP://WIKI.example.ORG/I", PORTS)).hasToString("http://wiki.example.org/I");
        } finally {
            Locale.setDefault(before);
        }
    }
}
