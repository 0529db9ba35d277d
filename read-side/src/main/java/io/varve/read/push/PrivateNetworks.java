package io.varve.read.push;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Addresses that nobody outside has to send us to: those that are not of the public Internet. */
final class PrivateNetworks {
    /** What IANA has set apart for special purposes, beside what {@link InetAddress} can tell. */
    private static final List<Block> BLOCKS = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("240.0.0.0", 4),
            Block.of("fc00::", 7),
            Block.of("100::", 64),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32));

    /** An IPv4 address is part of the IPv6 address, from this byte on. */
    private record Embedding(Block block, int at) {}

    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(Block.of("2002::", 16), 2),
            new Embedding(Block.of("64:ff9b::", 32), 12),
            new Embedding(Block.of("::", 96), 12));

    private PrivateNetworks() {}

    static boolean contains(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || BLOCKS.stream().anyMatch(block -> block.contains(address))
                || address instanceof Inet6Address && embedsPrivate(address);
    }

    private static boolean embedsPrivate(InetAddress address) {
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.block().contains(address))
                .anyMatch(embedding -> contains(parse(
                        Arrays.copyOfRange(address.getAddress(), embedding.at(), embedding.at() + Integer.BYTES))));
    }

    private static InetAddress parse(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address has " + address.length + " bytes", e);
        }
    }

    /** @param bits so many of its first bits are those of every address in it */
    private record Block(byte[] first, int bits) {
        static Block of(String literal, int bits) {
            try {
                return new Block(InetAddress.getByName(literal).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal + " is no address", e);
            }
        }

        boolean contains(InetAddress address) {
            var bytes = address.getAddress();
            return bytes.length == first.length && prefix(bytes).equals(prefix(first));
        }

        private BigInteger prefix(byte[] bytes) {
            return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
        }
    }
}
