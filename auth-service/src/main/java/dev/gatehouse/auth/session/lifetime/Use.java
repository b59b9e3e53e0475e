package dev.gatehouse.auth.session.lifetime;

/** Who is behind a call that keeps a session going. */
public enum Use {
    /** A person did something since the last call. */
    BY_PERSON,
    /** Nobody said that a person did. */
    BY_PROGRAM
}
