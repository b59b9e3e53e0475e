package dev.gatehouse.iptrust.verification;

import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.iptrust.settings.Confirmation;

/** Decides what an answer to an open verification leads to. */
final class VerificationPolicy {
    /** The verification is denied with this many wrong numbers. */
    static final int MAX_WRONG_NUMBERS = 3;

    private VerificationPolicy() {}

    static Decision decide(Facts facts) {
        return switch (facts.choice()) {
            case DENY -> new Deny(DenialReason.BY_PERSON);
            case TRUST -> trust(facts);
        };
    }

    private static Decision trust(Facts facts) {
        return switch (facts.confirmation()) {
            case SAME_ADDRESS -> facts.place() == Place.SAME ? new Approve() : new RequireSameAddress();
            case NUMBER -> checkNumber(facts);
        };
    }

    private static Decision checkNumber(Facts facts) {
        return switch (facts.number()) {
            case RIGHT -> new Approve();
            case NONE -> new RequireNumber();
            case WRONG ->
                facts.wrongNumbers() + 1 >= MAX_WRONG_NUMBERS
                        ? new Deny(DenialReason.WRONG_NUMBERS)
                        : new CountWrongNumber();
        };
    }

    /** The pressed button. */
    enum Choice {
        TRUST,
        DENY
    }

    /** The typed match number; a text that is not two digits is none, and does not count as a try. */
    enum Typed {
        RIGHT,
        WRONG,
        NONE
    }

    /** Whether the answer comes from the address that is to be trusted. */
    enum Place {
        SAME,
        OTHER
    }

    /** All facts that the decision depends on. */
    record Facts(Choice choice, Confirmation confirmation, Typed number, Place place, int wrongNumbers) {}

    /** The decision. */
    sealed interface Decision {}

    /** Trust the address of the login and close the verification. */
    record Approve() implements Decision {}

    /** Close the verification without trust. */
    record Deny(DenialReason reason) implements Decision {}

    /** Count the wrong number and stay open. */
    record CountWrongNumber() implements Decision {}

    /** Stay open: no number was typed. */
    record RequireNumber() implements Decision {}

    /** Stay open: the answer must come from the address itself. */
    record RequireSameAddress() implements Decision {}
}
