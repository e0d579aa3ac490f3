package io.visitwatch.bench.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Listeners of the live stream that ask for it and then never read a byte. */
final class SilentClients implements AutoCloseable {
    private static final int BUFFER = 4_096;

    private final List<Socket> sockets = new ArrayList<>();

    SilentClients(URI api, int count) throws IOException {
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(ask(api));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static Socket ask(URI api) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(BUFFER); // the system's own buffers would read for them
        socket.connect(new InetSocketAddress(api.getHost(), api.getPort()));
        String request = "GET /api/v1/stream/alerts HTTP/1.1\r\nHost: " + api.getAuthority()
                + "\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
