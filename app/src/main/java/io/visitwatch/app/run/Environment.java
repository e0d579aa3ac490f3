package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.RocksDB;

/** What the machine must allow before anything starts: found out later, each of these ends a service in the middle of its work. */
public final class Environment {
    /** Open files that broker, stores and connections need. */
    static final long FILES = 1024;

    private Environment() {}

    /**
     * Refuses a limit of open files that broker and stores would reach.
     *
     * @throws BrokerException naming the limit and the need
     */
    static void checkFiles() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix) {
            long most = unix.getMaxFileDescriptorCount();
            if (most >= 0 && most < FILES) {
                throw new BrokerException(
                        BrokerException.Kind.ENVIRONMENT,
                        "this process may open " + most + " files and needs " + FILES
                                + ": raise the limit with ulimit -n (systemd: LimitNOFILE)");
            }
        }
    }

    /**
     * Loads the native code of the stores on disk, which unpacks itself into the temporary folder.
     *
     * @throws BrokerException naming that folder and the ways out
     */
    public static void checkStores() {
        try {
            RocksDB.loadLibrary();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "the stores' native library cannot be loaded from " + System.getProperty("java.io.tmpdir") + " ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "): allow exec there, name another folder in ROCKSDB_SHAREDLIB_DIR, or set"
                            + " alerts.in-memory: true",
                    e);
        }
    }

    /**
     * Makes a folder and refuses one that cannot be written.
     *
     * @throws BrokerException naming the folder and the user
     */
    static void checkFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "write", ".test"));
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "cannot write " + folder + " as user " + System.getProperty("user.name") + " (" + e
                            + "): give it to that user, or name another data folder (--data)",
                    e);
        }
    }
}
