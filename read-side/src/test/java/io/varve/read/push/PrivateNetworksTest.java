package io.varve.read.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateNetworksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                // As some write what they want to hide.
                "2130706433",
                "127.1",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                // IPv4 within IPv6: mapped, compatible, 6to4, NAT64 and Teredo.
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "2002:c0a8:0101::1",
                "64:ff9b::a9fe:a9fe",
                "2001:0:1234::1"
            })
    void address_isPrivate(String literal) throws UnknownHostException {
        assertThat(PrivateNetworks.contains(InetAddress.getByName(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "142.250.74.234",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2002:0101:0101::1",
                "64:ff9b::101:101"
            })
    void address_isPublic(String literal) throws UnknownHostException {
        assertThat(PrivateNetworks.contains(InetAddress.getByName(literal))).isFalse();
    }
}
