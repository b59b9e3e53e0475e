package dev.gatehouse.iptrust.network;

/** The outcome of adding a network. */
sealed interface NetworkOutcome {
    /** The network is trusted. */
    record Added(NetworkRow network) implements NetworkOutcome {}

    /** The network was trusted already. */
    record AlreadyTrusted() implements NetworkOutcome {}

    /** The limit of networks is reached. */
    record TooMany() implements NetworkOutcome {}
}
