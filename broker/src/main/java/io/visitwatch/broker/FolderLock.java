package io.visitwatch.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to a data folder, held until {@link #close()} or the end of the process.
 *
 * <p>Taken before Kafka starts: Kafka's own lock fails deep in a stack trace and does not know who holds it. The operating
 * system drops the lock with its process, so a {@code kill -9} leaves nothing to clean up.
 */
public final class FolderLock implements AutoCloseable {
    private static final String NAME = "visitwatch.lock";

    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it when missing.
     *
     * @throws BrokerException when another process has it (named by pid and host) or when it cannot be written
     */
    public static FolderLock take(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = read(channel);
                channel.close();
                throw new BrokerException(
                        BrokerException.Kind.LOCKED,
                        "data folder " + folder + " is in use by " + holder
                                + ": stop that process, or give another folder with --data");
            }
            write(channel);
            return new FolderLock(channel, lock);
        } catch (IOException e) {
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "cannot write " + file + " as user " + System.getProperty("user.name") + " (" + e
                            + "): make the folder writable, or give another one with --data",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held inside this very process
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        channel.read(buffer, 0);
        String holder = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "another process" : holder;
    }

    private static void write(FileChannel channel) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + " on " + hostName() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host"; // a machine that does not know its own name still gets its lock
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "cannot release a data folder: " + e, e);
        }
    }
}
