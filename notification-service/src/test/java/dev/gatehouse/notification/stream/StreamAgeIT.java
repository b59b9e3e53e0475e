package dev.gatehouse.notification.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.runtime.background.Stopping;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.Revocations;
import dev.gatehouse.chassis.testkit.setting.Settings;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import dev.gatehouse.notification.notification.InAppNotifications;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The description of the endpoint names two times; here a clock of the test passes them with the default settings. */
@QuarkusTest
@NotificationStack
class StreamAgeIT {
    private static final Duration INSTANT = Duration.ofMillis(1);

    @Inject
    InAppNotifications notifications;

    @Inject
    Revocations revocations;

    @Inject
    Vertx vertx;

    @Inject
    Stopping stopping;

    private final Instant start = Instant.now();
    private final AtomicReference<Instant> now = new AtomicReference<>(start);
    private final List<OpenStream.Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void sendsACommentAfter15SilentSecondsAndEndsByItselfAfterAWhile() {
        // Given
        Streams streams = opened();
        await().until(() -> messages.size() == 1);

        // When
        now.set(start.plusSeconds(15));
        streams.poll();

        // Then
        await().until(() -> messages.size() == 2);
        assertEquals(new OpenStream.Message.Heartbeat(), messages.getLast());

        // When
        now.set(start.plus(Duration.ofMinutes(15)));
        streams.poll();

        // Then
        await().until(() -> messages.size() == 3);
        assertFalse(ended.get());

        // When
        now.set(start.plus(Duration.ofMinutes(15)).plus(INSTANT));
        streams.poll();

        // Then
        await().untilAsserted(() -> assertTrue(ended.get()));
        assertEquals(3, messages.size());
    }

    @Test
    @DisplayName("C: all accounts together open no more streams than a replica bears")
    void isFullWithAsManyStreamsAsAReplicaMayHave() {
        // Given
        Streams streams = streams(Map.of("per-replica", "2"));
        open(streams);
        assertFalse(streams.areFull());

        // When
        open(streams);

        // Then
        await().until(streams::areFull);
    }

    private Streams opened() {
        Streams streams = streams(Map.of());
        open(streams);
        return streams;
    }

    private Streams streams(Map<String, String> settings) {
        return new Streams(
                notifications,
                revocations,
                Settings.of(StreamConfig.class, settings),
                now::get,
                vertx,
                stopping,
                new SimpleMeterRegistry());
    }

    private void open(Streams streams) {
        Caller caller = new Caller(Published.newAgent(), AccountKind.AGENT, false, Published.id(), start, start);
        VertxContextSupport.subscribe(
                () -> streams.open(caller, OptionalLong.empty()).orElseThrow(),
                stream -> stream.with(messages::add, failure -> {}, () -> ended.set(true)));
    }
}
