package io.visitwatch.enrich.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every rule claims of short sentences, beside look-alikes of which it claims nothing: {@code claims.tsv}. */
class ClaimsTest {
    @Test
    void everySentenceClaimsWhatItsLineSays() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines.stream().map(ClaimsTest::read)).containsExactlyElementsOf(lines);
    }

    private static String read(String line) {
        String text = line.substring(0, line.indexOf('\t'));
        int cut = text.indexOf(" || ");
        String title = cut < 0 ? "" : text.substring(0, cut);
        String body = cut < 0 ? text : text.substring(cut + 4);
        return text + "\t"
                + Texts.frames(Texts.article(title, body, Texts.DAY), Texts.DAY).stream()
                        .flatMap(frame -> ClaimFinder.find(frame).stream())
                        .map(ClaimsTest::line)
                        .collect(Collectors.joining("; "));
    }

    private static String line(Claim claim) {
        String what = claim.rejection() == null
                ? claim.level() + " " + claim.source() + " " + claim.status()
                : claim.rejection().name();
        return claim.rule() + " " + who(Objects.requireNonNull(claim.mover())) + " " + what
                + (claim.host() == null ? "" : " by " + who(claim.host()));
    }

    private static String who(Actor actor) {
        return actor.name().isEmpty() ? actor.role() : actor.name();
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ClaimsTest.class.getResourceAsStream("claims.tsv")), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
