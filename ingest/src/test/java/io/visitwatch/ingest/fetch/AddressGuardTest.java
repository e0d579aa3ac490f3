package io.visitwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "100.100.100.200",
                "127.0.0.1",
                "127.0.0.2",
                "127.255.255.255",
                "169.254.169.254",
                "169.254.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00::8",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                "4000::1",
                "::a00:1"
            })
    void refusesWhatIsNotGlobalUnicast(String literal) throws UnknownHostException {
        assertThat(AddressGuard.publicOnly().allows(InetAddress.getByName(literal)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.255.255.255",
                "128.0.0.1", "172.15.255.255", "172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.1.1", "198.20.0.1",
                "223.255.255.255", "2606:4700:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888", "2400:cb00::1"
            })
    void allowsGlobalUnicast(String literal) throws UnknownHostException {
        assertThat(AddressGuard.publicOnly().allows(InetAddress.getByName(literal)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.2.3, true",
        "10.1.0.0/16, 10.2.2.3, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "127.0.0.0/8, 127.3.4.5, true",
        "0.0.0.0/0, 10.1.2.3, true",
        "0.0.0.0/0, 127.0.0.1, false",
        "0.0.0.0/0, 169.254.169.254, false",
        "0.0.0.0/0, 100.100.100.200, false",
        "169.254.0.0/16, 169.254.1.1, true",
        "169.254.0.0/16, 169.254.169.254, false",
        "169.254.169.254, 169.254.169.254, true",
        "0.0.0.0/0, 224.0.0.1, false",
        "0.0.0.0/0, 255.255.255.255, false",
        "0.0.0.0/0, 0.0.0.0, false",
        "::/0, ::1, false",
        "::/0, fd12::1, true",
        "::/0, ff02::1, false",
        "::1, ::1, true",
        "fd00::/8, fd00:ec2::254, false"
    })
    void opensANamedRangeAndNothingSensitiveByAccident(String range, String address, boolean allowed)
            throws UnknownHostException {
        assertThat(AddressGuard.allowing(List.of(range)).allows(InetAddress.getByName(address)))
                .isEqualTo(allowed);
    }

    @Test
    void namesARangeThatIsNone() {
        assertThatThrownBy(() -> AddressGuard.allowing(List.of("10.0.0.0/8", "loopback")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'loopback'");
        assertThatThrownBy(() -> AddressGuard.allowing(List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }
}
