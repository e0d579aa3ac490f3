package io.visitwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorMachineTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.5Z");
    private static final Path DATA = Path.of("/data");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void findsNothingWrongWithAMachineThatWillDo() {
        assertThat(new DoctorMachine(256L << 20, 4096, DATA, true).findings()).allMatch(Finding::good);
        assertThat(new DoctorMachine(1L << 40, -1, DATA, true).findings()).allMatch(Finding::good);
    }

    @Test
    void namesWhatIsTooLittleAndWhatIsNeeded() {
        List<Finding> found = new DoctorMachine((256L << 20) - 1, 4095, DATA, false).findings();
        assertThat(found).noneMatch(Finding::good);
        assertThat(found)
                .extracting(finding -> finding.what() + " " + finding.detail())
                .containsExactly(
                        "heap 255 MB at most, 256 needed: raise it with -Xmx",
                        "files 4095 may be open, 4096 needed: raise it with ulimit -n",
                        "tmp /data: stores unpack native code there; another place with -Djava.io.tmpdir");
    }

    @Test
    void wantsAGigabyteOfDisk() {
        assertThat(DoctorMachine.space(DATA, 1L << 30).good()).isTrue();
        assertThat(DoctorMachine.space(DATA, (1L << 30) - 1))
                .isEqualTo(new Finding(false, "disk", "1023 MB free for /data, 1024 needed"));
    }

    @Test
    void looksAtTheFolderThatIsThereWhenDataIsNotYet() {
        assertThat(DoctorMachine.disk(folder.resolve("a/b")))
                .filteredOn(finding -> finding.what().equals("data"))
                .containsExactly(new Finding(true, "data", folder + " must be a folder that we may write"));
    }

    @Test
    void refusesDataBelowAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");
        assertThat(DoctorMachine.disk(file.resolve("broker")))
                .filteredOn(finding -> !finding.good())
                .extracting(Finding::what)
                .contains("data");
    }

    @Test
    void believesTheServersAboutTheTime() {
        assertThat(DoctorMachine.clock(NOW, null).good()).isTrue();
        assertThat(DoctorMachine.clock(NOW, Duration.ofSeconds(119)).good()).isTrue();
        assertThat(DoctorMachine.clock(NOW, Duration.ofMinutes(-2)).good()).isFalse();
        assertThat(DoctorMachine.clock(NOW, Duration.ofHours(1)))
                .isEqualTo(new Finding(
                        false,
                        "clock",
                        "2026-03-02T09:00:00Z, 3600 s ahead of the feeds' servers; more than 2 min makes days wrong:"
                                + " set it by NTP"));
    }
}
