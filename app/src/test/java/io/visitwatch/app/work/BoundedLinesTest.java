package io.visitwatch.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedLinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\nb", "a\r\nb\r\n", "\n\n", "\na", "a\n\r\n"})
    void readsLinesAsEverybodyDoes(String text) throws IOException {
        assertThat(all(new StringReader(text)))
                .containsExactlyElementsOf(text.lines().toList());
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        String text = ("x".repeat(100_000) + "\n").repeat(3) + "end";
        assertThat(all(new StringReader(text)))
                .containsExactlyElementsOf(text.lines().toList());
    }

    @Test
    void cutsALineWithoutEndAndGoesOnAfterIt() throws IOException {
        List<String> lines = all(new Endless());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).hasSize(BoundedLines.MAX);
        assertThat(lines.get(1)).isEqualTo("ab");
    }

    private static List<String> all(Reader reader) throws IOException {
        BoundedLines lines = new BoundedLines(reader);
        List<String> found = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            found.add(line);
        }
        return found;
    }

    /** Three times the longest line, then a short one. */
    private static final class Endless extends Reader {
        private long left = 3L * BoundedLines.MAX;
        private boolean over;

        @Override
        public int read(char[] into, int offset, int length) {
            if (left > 0) {
                int n = (int) Math.min(length, left);
                Arrays.fill(into, offset, offset + n, 'x');
                left -= n;
                return n;
            }
            if (over) {
                return -1;
            }
            over = true;
            "\nab".getChars(0, 3, into, offset);
            return 3;
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
