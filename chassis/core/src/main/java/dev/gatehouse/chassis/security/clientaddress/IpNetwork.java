package dev.gatehouse.chassis.security.clientaddress;

import java.util.Optional;

/** A network in CIDR notation whose host bits are zero; a single address is the network of only itself. */
public final class IpNetwork {
    private final inet.ipaddr.IPAddress block;

    private IpNetwork(inet.ipaddr.IPAddress block) {
        this.block = block;
    }

    /**
     * The network in this text, if it is one in strict notation: an address, or an address, a slash and a prefix length
     * whose host bits are all zero.
     */
    public static Optional<IpNetwork> parse(String text) {
        return AddressNotation.network(text).map(IpNetwork::new);
    }

    /** Whether the address lies in it; an IPv4 network has no IPv6 address in it, mapped ones aside. */
    public boolean contains(IpAddress address) {
        return block.contains(address.raw());
    }

    /** How many leading bits it fixes. */
    public int prefixLength() {
        Integer length = block.getNetworkPrefixLength();
        return length == null ? block.getBitCount() : length;
    }

    /**
     * Whether its addresses stand for hosts all over the IPv4 internet (IPv4-compatible, local NAT64, Teredo, 6to4), so
     * that it must not be trusted.
     */
    public boolean isOfTransition() {
        return SpecialNetworks.isOfTransition(block);
    }

    /**
     * Whether it lies in a special-purpose network that is nobody's site, or has one in it (RFC 6890): loopback, one
     * link, addresses that customers of many providers share, multicast, reserved ones.
     */
    public boolean isOfNoSite() {
        return SpecialNetworks.isOfNoSite(block);
    }

    /** Whether it lies in the networks that sites use for themselves (RFC 1918, RFC 4193). */
    public boolean isOfSite() {
        return SpecialNetworks.isOfSite(block);
    }

    /** Whether it is an IPv6 network. */
    public boolean isIpv6() {
        return block.isIPv6();
    }

    /** Canonical CIDR text, with the prefix length also for a single address. */
    public String canonical() {
        return block.getLower().withoutPrefixLength().toCanonicalString() + "/" + prefixLength();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpNetwork that && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return canonical();
    }
}
