package dev.gatehouse.iptrust.settings;

/** What the linked page asks for before it trusts an address. */
public enum Confirmation {
    /** The number that the waiting sign-in shows, from whichever device. */
    NUMBER("number"),
    /** To be opened from the very address that is to be trusted. */
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
