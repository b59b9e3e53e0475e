package dev.gatehouse.notification.address;

import dev.gatehouse.contracts.state.AddressState;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which host names may be shown to people. */
final class HostnamePolicy {
    private static final int LONGEST = 253;
    /**
     * Letters, digits and hyphens (RFC 1123, 2.1), and the underscore that real zones have; labels of 63 (RFC 1035).
     */
    private static final Pattern LDH = Pattern.compile(
            "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)*+[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");

    private HostnamePolicy() {}

    /** The name to believe; none when it does not lead back to the address or is no host name at all. */
    static @Nullable String believable(AddressState state) {
        String name = state.hostname();
        return state.confirmed() && name != null && isHostname(name) ? name : null;
    }

    private static boolean isHostname(String name) {
        return name.length() <= LONGEST && LDH.matcher(name).matches();
    }
}
