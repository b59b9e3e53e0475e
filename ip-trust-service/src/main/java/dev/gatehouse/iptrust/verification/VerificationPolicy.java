package dev.gatehouse.iptrust.verification;

import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.iptrust.settings.Confirmation;

/** What an answer to an open verification leads to. */
final class VerificationPolicy {
    /** With this many wrong numbers it is closed. */
    static final int MOST_WRONG_NUMBERS = 3;

    private VerificationPolicy() {}

    static Decision decide(Facts facts) {
        return switch (facts.answered()) {
            case DENY -> new Deny(DenialReason.BY_PERSON);
            case TRUST -> trust(facts);
        };
    }

    private static Decision trust(Facts facts) {
        return switch (facts.confirmation()) {
            case SAME_ADDRESS -> facts.place() == Place.SAME ? new Approve() : new AskFromThere();
            case NUMBER -> number(facts);
        };
    }

    private static Decision number(Facts facts) {
        return switch (facts.number()) {
            case RIGHT -> new Approve();
            case NONE -> new AskForNumber();
            case WRONG ->
                facts.wrongNumbers() + 1 >= MOST_WRONG_NUMBERS
                        ? new Deny(DenialReason.WRONG_NUMBERS)
                        : new CountWrong();
        };
    }

    /** What was chosen. */
    enum Answered {
        TRUST,
        DENY
    }

    /** What was typed; something that is not two digits is none, and does not count as a try. */
    enum Typed {
        RIGHT,
        WRONG,
        NONE
    }

    /** Where the answer comes from, seen from the address that is to be trusted. */
    enum Place {
        SAME,
        OTHER
    }

    /** All that the decision depends on. */
    record Facts(Answered answered, Confirmation confirmation, Typed number, Place place, int wrongNumbers) {}

    /** What is to be done. */
    sealed interface Decision {}

    /** Trust the address of the waiting sign-in and close. */
    record Approve() implements Decision {}

    /** Close without trust. */
    record Deny(DenialReason why) implements Decision {}

    /** Count the wrong number and stay open. */
    record CountWrong() implements Decision {}

    /** Stay open: no number was typed. */
    record AskForNumber() implements Decision {}

    /** Stay open: it must be answered from the address itself. */
    record AskFromThere() implements Decision {}
}
