package io.visitwatch.app.api;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Listeners of the live stream: one that reads, and any number that ask and then never read a byte. */
final class Listeners implements AutoCloseable {
    private static final String PATH = "/api/v1/stream/alerts";
    private static final int BUFFER = 4_096;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> silent = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private volatile @Nullable Closeable reading;

    /** Connects listeners that read nothing. */
    void silent(String api, int count) throws IOException {
        URI uri = URI.create(api);
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket();
            silent.add(socket);
            socket.setReceiveBufferSize(BUFFER); // the system's own buffers would read for them
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            String request = "GET " + PATH + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Starts to listen. */
    void listen(String api, @Nullable String lastId) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + PATH)).header("Accept", "text/event-stream");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        var body = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
        reading = body;
        Thread thread = new Thread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.startsWith("id:")) {
                        heard.add(line.substring("id:".length()).strip());
                    }
                }
            } catch (IOException e) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Ids of the events heard, in order. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        Closeable open = reading;
        if (open != null) {
            open.close();
        }
        silent.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
