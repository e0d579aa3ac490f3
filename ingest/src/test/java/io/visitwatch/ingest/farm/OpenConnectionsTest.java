package io.visitwatch.ingest.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {
    @Test
    void countsTheConnectionsOfOneHostAndNoneThatTheAskerHasClosed() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "the system has a table of connections");
        try (ServerSocket one = new ServerSocket(0, 10, InetAddress.getByName("127.0.1.71"));
                ServerSocket two = new ServerSocket(one.getLocalPort(), 10, InetAddress.getByName("127.0.1.72"));
                OpenConnections open = new OpenConnections(one.getLocalPort())) {
            for (int i = 0; i < 5; i++) {
                connect(one).close(); // never accepted by the server, given up by the asker
            }
            try (Socket a = connect(one);
                    Socket b = connect(one);
                    Socket c = connect(two)) {
                int before = open.looks();
                while (open.looks() < before + 6) {
                    Thread.sleep(5);
                }
                assertThat(a.isConnected() && b.isConnected() && c.isConnected())
                        .isTrue();
            }
            assertThat(open.most()).isEqualTo(2);
        }
    }

    private static Socket connect(ServerSocket to) throws IOException {
        return new Socket(to.getInetAddress(), to.getLocalPort());
    }
}
