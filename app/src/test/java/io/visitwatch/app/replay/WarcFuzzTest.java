package io.visitwatch.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes as a web archive: it ends, and every item is a page or says why not. */
class WarcFuzzTest {
    @FuzzTest
    void readsAnyArchiveToItsEnd(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".warc");
        try {
            Files.write(file, bytes);
            int count = 0;
            try (ReplaySource.Items items = new WarcSource(file).open()) {
                while (items.hasNext()) {
                    ReplayItem item = items.next();
                    count++;
                    try {
                        assertThat(item.reader().read()).isNotNull();
                    } catch (ReplayItem.UnreadableException e) {
                        assertThat(e.getMessage()).isNotBlank();
                    }
                }
            }
            assertThat(count).isLessThanOrEqualTo(bytes.length + 1);
        } finally {
            Files.delete(file);
        }
    }
}
