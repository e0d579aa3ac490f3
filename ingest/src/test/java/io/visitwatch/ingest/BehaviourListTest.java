package io.visitwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of manners in {@code docs/ingest.md} to the tests it names. */
class BehaviourListTest {
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);

    @Test
    void everyMannerIsListedAndEachTestNamedThereExists() throws IOException, ClassNotFoundException {
        Set<Integer> listed = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("..", "docs", "ingest.md")));
        while (row.find()) {
            int number = Integer.parseInt(row.group(1));
            listed.add(number);
            for (String name : row.group(2).split(", ", -1)) {
                Class<?> test = Class.forName("io.visitwatch.ingest." + name.replace("`", ""));
                assertThat(Arrays.stream(test.getDeclaredMethods()).anyMatch(method -> shows(method, number)))
                        .as("%s has a test of manner %d", name, number)
                        .isTrue();
            }
        }
        assertThat(listed).hasSize(50).contains(1, 50);
    }

    private static boolean shows(Method method, int number) {
        String numbers = method.getName().replaceFirst("^behaviour((?:\\d\\d(?:And)?)+).*", "$1");
        return method.getName().startsWith("behaviour")
                && Pattern.compile("\\d\\d")
                        .matcher(numbers)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(found -> Integer.parseInt(found) == number);
    }
}
