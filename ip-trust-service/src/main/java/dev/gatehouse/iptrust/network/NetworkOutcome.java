package dev.gatehouse.iptrust.network;

/** How adding a network ended. */
sealed interface NetworkOutcome {
    /** It is trusted from now on. */
    record Added(NetworkResponse network) implements NetworkOutcome {}

    /** It is trusted already. */
    record TrustedAlready() implements NetworkOutcome {}

    /** There are as many as there may be. */
    record TooMany() implements NetworkOutcome {}
}
