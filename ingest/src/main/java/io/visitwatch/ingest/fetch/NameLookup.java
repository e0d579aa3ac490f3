package io.visitwatch.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host name into addresses: the operating system's resolver, or a table in a test. */
@FunctionalInterface
public interface NameLookup {
    /** All addresses of {@code host}; address literals come back as themselves. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** The resolver of the machine. */
    static NameLookup system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
