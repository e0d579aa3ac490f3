package io.visitwatch.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host name at the moment of connecting and lets only allowed addresses through, so that the address checked is the
 * address connected to. One forbidden answer among several refuses the name.
 */
final class GuardedResolver implements DnsResolver {
    private final NameLookup lookup;
    private final AddressGuard guard;
    private final ExecutorService executor;
    private final long timeoutMillis;

    GuardedResolver(NameLookup lookup, AddressGuard guard, ExecutorService executor, long timeoutMillis) {
        this.lookup = lookup;
        this.guard = guard;
        this.executor = executor;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return checked(host).toArray(InetAddress[]::new);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> sockets = new ArrayList<>();
        for (InetAddress address : checked(host)) {
            sockets.add(new InetSocketAddress(address, port));
        }
        return sockets;
    }

    /** No reverse look-up: it would ask a name server of the other side about a name nobody checked. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private List<InetAddress> checked(String host) throws UnknownHostException {
        List<InetAddress> addresses = lookUp(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : addresses) {
            if (!guard.allows(address)) {
                throw new BlockedAddressException(host, address);
            }
        }
        return addresses;
    }

    /** The system's resolver cannot be interrupted: it runs on a thread of its own, so that a worker never waits for it for long. */
    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        Future<List<InetAddress>> answer = executor.submit(() -> lookup.addresses(host));
        try {
            return answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unknown(host, "no answer from the name server in " + timeoutMillis + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw unknown(host, "interrupted", e);
        } catch (ExecutionException e) {
            throw unknown(host, "name not found", e.getCause() == null ? e : e.getCause());
        }
    }

    private static UnknownHostException unknown(String host, String why, Throwable cause) {
        UnknownHostException exception = new UnknownHostException(host + ": " + why);
        exception.initCause(cause);
        return exception;
    }

    /** A name that leads to an address nobody may be sent to. */
    static final class BlockedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        BlockedAddressException(String host, InetAddress address) {
            super(host + " resolves to " + address.getHostAddress() + ", which is not a public address"
                    + " (name it in fetch.allow_private to permit it)");
        }
    }
}
