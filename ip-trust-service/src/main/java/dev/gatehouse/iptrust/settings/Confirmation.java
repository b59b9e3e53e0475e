package dev.gatehouse.iptrust.settings;

/** What the verification page requires before it trusts an address. */
public enum Confirmation {
    /** The match number that the login page shows; from any device. */
    NUMBER("number"),
    /** The page must be opened from the address that is to be trusted. */
    SAME_ADDRESS("same_address");

    private final String wireName;

    Confirmation(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
