package dev.gatehouse.auth.token;

import java.util.Arrays;
import java.util.Optional;

/** How a client receives its refresh token. */
public enum Transport {
    /** In the body of the response, for clients that store it themselves. */
    BODY("body"),
    /** In a cookie that no script can read. */
    COOKIE("cookie");

    private final String wireName;

    Transport(String wireName) {
        this.wireName = wireName;
    }

    /** The transport with this name in JSON. */
    public static Optional<Transport> named(String wireName) {
        return Arrays.stream(values())
                .filter(transport -> transport.wireName.equals(wireName))
                .findFirst();
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
