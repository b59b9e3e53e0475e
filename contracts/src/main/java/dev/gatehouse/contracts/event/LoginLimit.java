package dev.gatehouse.contracts.event;

/** What failed logins are counted for, and limited by. */
public enum LoginLimit {
    /** An account as one network tries it. */
    PAIR("pair"),
    /** The password of an account as its own sessions try it. */
    CONFIRMATION("confirmation"),
    /** A network: an IPv4 address, or an IPv6 network of 64, 56 or 48 bits. */
    NETWORK("network"),
    /** An account as all networks together try it that are not known for it. */
    ACCOUNT("account"),
    /** The password of an account: after 100 failures in a row it opens nothing until it is set anew or unlocked. */
    CREDENTIAL("credential");

    private final String wireName;

    LoginLimit(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
