package io.visitwatch.ingest.farm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP connection between clients and a broker that can be made bad: cut after so many bytes, slow, or deaf in one direction. The
 * broker must advertise this address, or clients go round it.
 */
final class FaultyLink implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile long cutAfter = Long.MAX_VALUE;
    private volatile long delayMillis;
    private volatile boolean swallowReplies;

    /** A link to {@code target} on this machine; faultless until told otherwise. */
    FaultyLink(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on each connection is reset after about so many bytes. */
    void cutAfter(long bytes) {
        cutAfter = bytes;
    }

    /** From now on each block waits so long. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** From now on requests arrive and replies do not. */
    void swallowReplies(boolean swallow) {
        swallowReplies = swallow;
    }

    /** Resets all connections that are open. */
    void reset() {
        open.forEach(FaultyLink::reset);
        open.clear();
    }

    int cuts() {
        return cuts.get();
    }

    int swallowed() {
        return swallowed.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        reset();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket broker = new Socket();
                try {
                    broker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
                } catch (IOException e) {
                    reset(client); // the broker is away, and so are we
                    continue;
                }
                open.add(client);
                open.add(broker);
                daemon(() -> pump(client, broker, false));
                daemon(() -> pump(broker, client, true));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pump(Socket from, Socket to, boolean reply) {
        byte[] block = new byte[8_192];
        long passed = 0;
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int n = in.read(block);
            while (n >= 0) {
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                if (reply && swallowReplies) {
                    swallowed.incrementAndGet();
                } else {
                    out.write(block, 0, n);
                    passed += n;
                }
                if (passed > cutAfter) {
                    cuts.incrementAndGet();
                    reset(from);
                    reset(to);
                    return;
                }
                n = in.read(block);
            }
        } catch (IOException | InterruptedException e) {
            reset(to); // what breaks on one side breaks on the other
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            return; // it was closed already
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-link");
        thread.setDaemon(true);
        thread.start();
    }
}
