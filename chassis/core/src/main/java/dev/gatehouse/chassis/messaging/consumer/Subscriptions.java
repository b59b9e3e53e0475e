package dev.gatehouse.chassis.messaging.consumer;

import java.util.stream.Stream;

/** Beans of this type say what the service subscribes to. */
public interface Subscriptions {
    /** The subscriptions, possibly none; asked once, when the service starts. */
    Stream<? extends Subscription<?>> subscriptions();
}
