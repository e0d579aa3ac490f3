package io.visitwatch.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void namesTheProcessThatHoldsTheFolder() {
        try (FolderLock held = FolderLock.take(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .extracting(e -> ((BrokerException) e).kind())
                    .isEqualTo(BrokerException.Kind.LOCKED);
        }
    }

    @Test
    void isFreeAgainOnceClosed() {
        FolderLock.take(folder).close();
        FolderLock.take(folder).close();
        assertThat(folder).isDirectoryContaining(p -> p.endsWith("visitwatch.lock"));
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> FolderLock.take(file))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("--data");
    }

    @Test
    void refusesWindowsWithAdvice() {
        EmbeddedBroker.refuseWindows("Linux");
        EmbeddedBroker.refuseWindows("Mac OS X");
        assertThatThrownBy(() -> EmbeddedBroker.refuseWindows("Windows 11")).hasMessageContaining("WSL");
    }
}
