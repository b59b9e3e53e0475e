package dev.gatehouse.chassis.messaging.feed;

import dev.gatehouse.chassis.runtime.health.Outage;
import dev.gatehouse.chassis.runtime.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** A topic being followed on a thread of its own, through all outages, until it is closed. */
public final class KafkaFeed implements AutoCloseable {
    private static final Log LOG = Log.of(KafkaFeed.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final String topic;
    private final Map<String, Object> kafka;
    private final InstantSource clock;
    private final Consumer<ConsumerRecord<String, byte[]>> listener;
    private final FeedPosition position;
    private final Outage outage;
    private final Thread thread;
    private final AtomicReference<@Nullable FeedConnection> connection = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean caughtUp;
    private volatile Instant lastHeardAt = Instant.EPOCH;

    KafkaFeed(
            String topic,
            Start start,
            Map<String, Object> kafka,
            InstantSource clock,
            Consumer<ConsumerRecord<String, byte[]>> listener) {
        this.topic = topic;
        this.kafka = kafka;
        this.clock = clock;
        this.listener = listener;
        this.position = new FeedPosition(start);
        this.outage = new Outage("feed " + topic, clock);
        this.thread = Thread.ofPlatform().daemon().name("feed-" + topic).unstarted(this::follow);
    }

    /**
     * Whether everything has been delivered that was there when the feed first connected; never false again after that.
     */
    public boolean caughtUp() {
        return caughtUp;
    }

    /**
     * When the broker last gave a record, or said that there is none this feed has not got; {@link Instant#EPOCH}
     * before. On an idle topic it is asked every second, so a greater age means that the feed is cut off.
     */
    public Instant lastHeardAt() {
        return lastHeardAt;
    }

    /** Stops; no record is delivered after it returns, unless it is called by the listener itself. */
    @Override
    public void close() {
        closing.countDown();
        FeedConnection current = connection.get();
        if (current != null) {
            current.wakeUp();
        }
        if (!Thread.currentThread().equals(thread)) {
            awaitEnd();
        }
    }

    void begin() {
        thread.start();
    }

    /** Nothing ends it but {@link #close}: a replica whose feed has ended is deaf, and does not know it. */
    private void follow() {
        while (!closed()) {
            try (FeedConnection opened = new FeedConnection(topic, kafka)) {
                connection.set(opened);
                deliverFrom(opened);
            } catch (WakeupException end) {
                LOG.with("topic", topic).debug("Feed was woken");
            } catch (KafkaException away) {
                outage.began(away);
                pause();
            } catch (RuntimeException | Error fault) {
                LOG.with("topic", topic).error("The feed failed and connects again", fault);
                pause();
            } finally {
                connection.set(null);
            }
        }
    }

    private void deliverFrom(FeedConnection opened) {
        opened.open(position);
        while (!closed()) {
            opened.poll(this::deliver);
            if (silentFor(Duration.ofSeconds(1)) || !caughtUp) {
                askForEnd(opened);
            }
        }
    }

    private void askForEnd(FeedConnection opened) {
        if (opened.atEnd()) {
            heard();
            caughtUp = true;
        } else if (opened.reached(position)) {
            caughtUp = true;
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> record) {
        heard();
        try {
            listener.accept(record);
        } catch (RuntimeException fault) {
            LOG.with("topic", topic)
                    .with("offset", record.offset())
                    .error("Listener failed, record passed over", fault);
        }
        position.passed(record);
    }

    private void heard() {
        lastHeardAt = clock.instant();
        outage.ended();
    }

    private boolean silentFor(Duration duration) {
        return Duration.between(lastHeardAt, clock.instant()).compareTo(duration) >= 0;
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            boolean ending = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.with("topic", topic).with("ending", ending).debug("Feed tries again");
        } catch (InterruptedException end) {
            closing.countDown();
        }
    }

    private void awaitEnd() {
        try {
            boolean ended = thread.join(LONGEST_STOP);
            LOG.with("topic", topic).with("ended", ended).debug("Feed closed");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
