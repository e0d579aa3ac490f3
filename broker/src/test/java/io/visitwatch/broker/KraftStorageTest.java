package io.visitwatch.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KraftStorageTest {
    @TempDir
    Path folder;

    @Test
    void putsBackATornIdentity() throws IOException {
        Path meta = folder.resolve("meta.properties");
        new KraftStorage(folder, 1).prepare();
        String whole = Files.readString(meta);
        for (String torn : new String[] {"", "version=1\nclus", "\\u00zz"}) {
            Files.writeString(meta, torn);
            new KraftStorage(folder, 1).prepare();
            assertThat(meta).hasContent(whole);
        }
    }

    @Test
    void refusesDataWithoutIdentityOrBackup() throws IOException {
        new KraftStorage(folder, 1).prepare();
        Files.delete(folder.resolve("meta.properties"));
        Files.delete(folder.resolve("meta.properties.backup"));
        Files.createDirectories(folder.resolve("visitwatch.alerts.v1-0"));
        assertThatThrownBy(() -> new KraftStorage(folder, 1).prepare())
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("meta.properties");
    }
}
