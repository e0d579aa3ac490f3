package io.visitwatch.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any text as a configuration: read, or refused with the file and a line. */
class ConfigFuzzTest {
    @FuzzTest
    void readsOrRefusesAnyFile(FuzzedDataProvider data) throws IOException {
        Path file = Files.createTempFile("fuzz", ".yaml");
        try {
            Files.write(file, data.consumeRemainingAsString().getBytes(StandardCharsets.UTF_8));
            assertThat(new ConfigLoader(name -> null).load(file).config()).isNotNull();
        } catch (ConfigException e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.toString()).startsWith(file.toString()));
        } finally {
            Files.delete(file);
        }
    }
}
