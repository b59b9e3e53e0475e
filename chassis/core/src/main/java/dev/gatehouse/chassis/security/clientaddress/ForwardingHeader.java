package dev.gatehouse.chassis.security.clientaddress;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import java.util.Arrays;

/** Which header the operator's proxies write; the other one is the client's and is not read. */
enum ForwardingHeader {
    /** The one that most proxies write. */
    X_FORWARDED_FOR("x-forwarded-for"),
    /** RFC 7239. */
    FORWARDED("forwarded"),
    /** There is no proxy. */
    NONE("none");

    private final String configured;

    ForwardingHeader(String configured) {
        this.configured = configured;
    }

    static ForwardingHeader named(String configured) {
        return Arrays.stream(values())
                .filter(header -> header.configured.equals(configured))
                .findFirst()
                .orElseThrow(() -> new RefusedSetting(
                        "gatehouse.forwarding-header must be x-forwarded-for, forwarded or none, not " + configured));
    }

    /** The name of the header. */
    String headerName() {
        return configured;
    }
}
