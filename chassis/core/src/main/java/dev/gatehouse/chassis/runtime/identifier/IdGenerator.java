package dev.gatehouse.chassis.runtime.identifier;

import java.util.UUID;

/** Makes the ids of the suite: UUIDv7, each greater than the one before it in this process. */
@FunctionalInterface
public interface IdGenerator {
    /** A new id. */
    UUID next();
}
