package dev.gatehouse.chassis.database;

/** What a failure says about trying the same work again. */
public enum FailureKind {
    /** It came from the database, the broker or the network, and says nothing about the data: it ends by itself. */
    PASSING,
    /** The database refuses this data, and always will. */
    REFUSED,
    /** A fault of our own, or a row that another transaction inserted first: it may pass, or not. */
    UNEXPLAINED
}
