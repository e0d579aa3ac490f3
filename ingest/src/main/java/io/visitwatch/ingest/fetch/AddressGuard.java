package io.visitwatch.ingest.fetch;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which addresses may be connected to: global unicast, and nothing else unless the operator named a private range.
 *
 * <p>Ranges follow the IANA special-purpose registries. IPv6 is closed by default: only 2000::/3 is open, without the parts that
 * carry an IPv4 address inside or are not routed. A named range opens loopback, link-local and metadata addresses only when it
 * lies wholly inside them, so that {@code 0.0.0.0/0} does not open them by accident.
 */
public final class AddressGuard {
    private static final List<IPAddress> DENIED = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32", // a cloud's wire server: public by number, private by use
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final IPAddress GLOBAL_V6 = block("2000::/3");

    /** Never opened, whatever is configured: nobody serves news there. */
    private static final List<IPAddress> NEVER =
            blocks("0.0.0.0/32", "224.0.0.0/4", "255.255.255.255/32", "::/128", "ff00::/8");

    /** Opened only by a range inside them. */
    private static final List<IPAddress> SENSITIVE = blocks(
            "169.254.169.254/32", // metadata first: the narrowest range that holds an address decides
            "100.100.100.200/32",
            "192.0.0.192/32",
            "168.63.129.16/32",
            "fd00:ec2::254/128",
            "127.0.0.0/8",
            "::1/128",
            "169.254.0.0/16",
            "fe80::/10");

    private final List<IPAddress> allowed;

    private AddressGuard(List<IPAddress> allowed) {
        this.allowed = allowed;
    }

    /** Only global unicast addresses. */
    public static AddressGuard publicOnly() {
        return new AddressGuard(List.of());
    }

    /**
     * Global unicast addresses and the named private ranges.
     *
     * @param cidrs addresses or ranges ({@code 127.0.0.1}, {@code 10.1.0.0/16}, {@code fd12::/48})
     * @throws IllegalArgumentException naming the entry that is no address range
     */
    public static AddressGuard allowing(List<String> cidrs) {
        return new AddressGuard(blocks(cidrs.toArray(String[]::new)));
    }

    /** Whether a connection to {@code address} is allowed. */
    public boolean allows(InetAddress address) {
        IPAddress ip = new IPAddressGenerator().from(address);
        if (inAny(NEVER, ip)) {
            return false;
        }
        return isGlobalUnicast(ip) || allowed.stream().anyMatch(range -> range.contains(ip) && opens(range, ip));
    }

    private static boolean isGlobalUnicast(IPAddress ip) {
        if (ip.isIPv6() && !GLOBAL_V6.contains(ip)) {
            return false;
        }
        return !inAny(DENIED, ip);
    }

    private static boolean opens(IPAddress range, IPAddress ip) {
        for (IPAddress sensitive : SENSITIVE) {
            if (sensitive.contains(ip)) {
                return sensitive.contains(range);
            }
        }
        return true;
    }

    private static boolean inAny(List<IPAddress> ranges, IPAddress ip) {
        return ranges.stream().anyMatch(range -> range.contains(ip));
    }

    private static List<IPAddress> blocks(String... cidrs) {
        List<IPAddress> blocks = new ArrayList<>();
        for (String cidr : cidrs) {
            blocks.add(block(cidr));
        }
        return List.copyOf(blocks);
    }

    private static IPAddress block(String cidr) {
        try {
            IPAddress address = new IPAddressString(cidr.strip()).toAddress();
            if (address == null || cidr.isBlank()) {
                throw new IllegalArgumentException("not an address range: '" + cidr + "'");
            }
            return address.toPrefixBlock();
        } catch (AddressStringException e) {
            throw new IllegalArgumentException("not an address range: '" + cidr + "'", e);
        }
    }
}
