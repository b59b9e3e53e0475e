package dev.gatehouse.auth.login.limit;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.contracts.event.LoginLimit;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Derives the keys of an attempt. They are keyed digests of the e-mail address as it was typed, so an address without
 * an account is counted like any other, and the table does not tell which addresses were tried.
 */
@ApplicationScoped
class LimitKeys {
    private static final int PLACE = 64;

    /** Wider IPv6 networks that one client may have, with how many times the failures of a /64 they are allowed. */
    private static final Map<Integer, Integer> WIDER = wider();

    private final SecretKey digest;

    LimitKeys(DerivedKeys keys) {
        this.digest = keys.key("login-limit");
    }

    /**
     * Names a counter.
     *
     * @param id keyed digest of kind, limit, network and e-mail address
     * @param network the network that is counted, or that of the pair
     * @param factor how many times the failures of one address are allowed
     */
    record Key(LoginLimit limit, UUID id, @Nullable String network, int factor) {
        /**
         * The answer to an attempt that this key blocks may say so: it depends on what the caller did, and on nothing
         * else.
         */
        boolean isOfCaller() {
            return limit == LoginLimit.PAIR || limit == LoginLimit.NETWORK;
        }

        /** Whether it is the narrowest network, in which one client is. */
        boolean isPlace() {
            return limit == LoginLimit.NETWORK && factor == 1;
        }
    }

    /**
     * The keys of one attempt.
     *
     * @param networks from the narrowest to the widest
     */
    record Keys(Key pair, Key account, Key credential, List<Key> networks) {
        List<Key> all() {
            return Stream.concat(Stream.of(pair, account, credential), networks.stream())
                    .toList();
        }
    }

    Keys of(AccountKind kind, String email, IpAddress address) {
        String place = address.network(PLACE);
        return new Keys(
                key(kind, LoginLimit.PAIR, place, email),
                key(kind, LoginLimit.ACCOUNT, null, email),
                key(kind, LoginLimit.CREDENTIAL, null, email),
                networks(kind, address));
    }

    /** The key of passwords that are tried within sessions of this account. */
    Key confirmation(AccountKind kind, UUID accountId) {
        return key(kind, LoginLimit.CONFIRMATION, null, accountId.toString());
    }

    private List<Key> networks(AccountKind kind, IpAddress address) {
        return WIDER.entrySet().stream()
                .filter(tier -> tier.getKey() == PLACE || address.isIpv6())
                .map(tier -> network(kind, address.network(tier.getKey()), tier.getValue()))
                .toList();
    }

    private Key network(AccountKind kind, String network, int factor) {
        return new Key(LoginLimit.NETWORK, id(kind, LoginLimit.NETWORK, network, ""), network, factor);
    }

    private Key key(AccountKind kind, LoginLimit limit, @Nullable String network, String email) {
        return new Key(limit, id(kind, limit, network == null ? "" : network, email), network, 1);
    }

    private UUID id(AccountKind kind, LoginLimit limit, String network, String email) {
        byte[] mac = Macs.hmacSha256(digest, String.join("\n", kind.toString(), limit.toString(), network, email));
        ByteBuffer first = ByteBuffer.wrap(mac);
        return new UUID(first.getLong(), first.getLong());
    }

    private static Map<Integer, Integer> wider() {
        Map<Integer, Integer> tiers = new LinkedHashMap<>();
        tiers.put(PLACE, 1);
        tiers.put(56, 4);
        tiers.put(48, 8);
        return tiers;
    }
}
