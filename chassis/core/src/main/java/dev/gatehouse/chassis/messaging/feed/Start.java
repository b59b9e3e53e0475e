package dev.gatehouse.chassis.messaging.feed;

import java.time.Instant;

/** Where in a topic a feed begins. */
public sealed interface Start {
    /** With what comes after it has connected for the first time. */
    record End() implements Start {}

    /** With the oldest record there is. */
    record Beginning() implements Start {}

    /** With the first record whose broker time is not before this. */
    record At(Instant time) implements Start {}

    /** With what comes after it has connected for the first time. */
    static Start end() {
        return new End();
    }

    /** With the oldest record there is. */
    static Start beginning() {
        return new Beginning();
    }

    /** With the first record whose broker time is not before this. */
    static Start at(Instant time) {
        return new At(time);
    }
}
