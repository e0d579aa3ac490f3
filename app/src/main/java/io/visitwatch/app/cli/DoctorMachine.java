package io.visitwatch.app.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this machine gives to a service, and what of it is too little.
 *
 * @param heap most bytes of memory for objects
 * @param openFiles how many files may be open, negative when unknown
 * @param temporary folder for native code
 * @param temporaryWritable whether it can be written
 */
record DoctorMachine(long heap, long openFiles, Path temporary, boolean temporaryWritable) {
    private static final long HEAP = 256L << 20;
    private static final long FILES = 4096;
    private static final long FREE = 1L << 30;
    private static final Duration CLOCK = Duration.ofMinutes(2);

    /** The machine and process that ask. */
    static DoctorMachine here() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : -1;
        return new DoctorMachine(Runtime.getRuntime().maxMemory(), files, temporary, Files.isWritable(temporary));
    }

    /** Memory, open files and the folder for native code. */
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        found.add(new Finding(
                heap >= HEAP, "heap", (heap >> 20) + " MB at most, " + (HEAP >> 20) + " needed: raise it with -Xmx"));
        if (openFiles >= 0) {
            found.add(new Finding(
                    openFiles >= FILES,
                    "files",
                    openFiles + " may be open, " + FILES + " needed: raise it with ulimit -n"));
        }
        found.add(new Finding(
                temporaryWritable,
                "tmp",
                temporary + ": stores unpack native code there; another place with -Djava.io.tmpdir"));
        return found;
    }

    /** The disk under a data folder that may not be there yet. */
    static List<Finding> disk(Path data) {
        Path there = data.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        boolean usable = Files.isDirectory(there) && Files.isWritable(there);
        Finding writable = new Finding(usable, "data", there + " must be a folder that we may write");
        try {
            return List.of(space(data, Files.getFileStore(there).getUsableSpace()), writable);
        } catch (IOException e) {
            return List.of(new Finding(false, "disk", data + " cannot be looked at: " + e), writable);
        }
    }

    /** Whether so many free bytes will do. */
    static Finding space(Path data, long free) {
        return new Finding(
                free >= FREE, "disk", (free >> 20) + " MB free for " + data + ", " + (FREE >> 20) + " needed");
    }

    /**
     * Whether the clock is right.
     *
     * @param ahead how far it is ahead of the feeds' servers; null when none told the time
     */
    static Finding clock(Instant now, @Nullable Duration ahead) {
        Instant shown = now.truncatedTo(ChronoUnit.SECONDS);
        if (ahead == null) {
            return new Finding(true, "clock", shown + "; no server told its time to compare");
        }
        return new Finding(
                ahead.abs().compareTo(CLOCK) < 0,
                "clock",
                shown + ", " + ahead.toSeconds() + " s ahead of the feeds' servers; more than " + CLOCK.toMinutes()
                        + " min makes days wrong: set it by NTP");
    }
}
