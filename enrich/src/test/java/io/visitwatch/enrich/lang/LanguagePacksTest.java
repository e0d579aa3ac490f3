package io.visitwatch.enrich.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs of the user's over the bundled ones. */
class LanguagePacksTest {
    @TempDir
    Path folder;

    @Test
    void anEmptyFolderChangesNothing() {
        assertThat(LanguagePacks.with(folder).digest())
                .isEqualTo(LanguagePacks.bundled().digest());
    }

    @Test
    void aFileInTheFolderTakesThePlaceOfTheBundledOne() throws IOException {
        write("en/triggers.tsv", "arrive\tlanded\tnow\n");
        LanguagePacks changed = LanguagePacks.with(folder);
        assertThat(changed.digest()).isNotEqualTo(LanguagePacks.bundled().digest());
        assertThat(changed.codes()).isEqualTo(LanguagePacks.bundled().codes());
    }

    @Test
    void refusesAMisspeltFileRatherThanChangingNothing() throws IOException {
        write("en/trigers.tsv", "arrive\tlanded\tnow\n");
        assertThatThrownBy(() -> LanguagePacks.with(folder))
                .isInstanceOf(LanguagePackException.class)
                .hasMessageContaining("trigers.tsv")
                .hasMessageContaining("triggers.tsv");
    }

    @Test
    void namesTheLineThatCannotBeUsed() throws IOException {
        write("en/triggers.tsv", "# a remark\narrive\tlanded\tnow\nsings\tsang\tnow\n");
        assertThatThrownBy(() -> LanguagePacks.with(folder))
                .isInstanceOf(LanguagePackException.class)
                .hasMessageContaining(Path.of("en", "triggers.tsv").toString())
                .hasMessageContaining("entry 2");
        assertThatThrownBy(() -> LanguagePacks.with(folder.resolve("none")))
                .isInstanceOf(LanguagePackException.class)
                .hasMessageContaining("no such folder");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
