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
     * The keys of one attempt.
     *
     * @param networks from the narrowest to the widest
     */
    record Keys(LimitKey pair, LimitKey account, LimitKey credential, List<LimitKey> networks) {}

    Keys of(AccountKind kind, String email, IpAddress address) {
        String place = address.network(PLACE);
        return new Keys(
                key(kind, LoginLimit.PAIR, place, email),
                key(kind, LoginLimit.ACCOUNT, null, email),
                key(kind, LoginLimit.CREDENTIAL, null, email),
                networks(kind, address));
    }

    /** The key of passwords that are tried within sessions of this account. */
    LimitKey confirmation(AccountKind kind, UUID accountId) {
        return key(kind, LoginLimit.CONFIRMATION, null, accountId.toString());
    }

    private List<LimitKey> networks(AccountKind kind, IpAddress address) {
        return WIDER.entrySet().stream()
                .filter(tier -> tier.getKey() == PLACE || address.isIpv6())
                .map(tier -> network(kind, address.network(tier.getKey()), tier.getValue()))
                .toList();
    }

    private LimitKey network(AccountKind kind, String network, int factor) {
        return new LimitKey(LoginLimit.NETWORK, id(kind, LoginLimit.NETWORK, network, ""), network, factor);
    }

    private LimitKey key(AccountKind kind, LoginLimit limit, @Nullable String network, String email) {
        return new LimitKey(limit, id(kind, limit, network == null ? "" : network, email), network, 1);
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
