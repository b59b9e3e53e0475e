package dev.gatehouse.contracts.event;

/** Why a verification of an address was closed without trust. */
public enum DenialReason {
    /** The person asked said that it was not them. */
    BY_PERSON("by_person"),
    /** Three wrong match numbers were typed. */
    WRONG_NUMBERS("wrong_numbers");

    private final String wireName;

    DenialReason(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
