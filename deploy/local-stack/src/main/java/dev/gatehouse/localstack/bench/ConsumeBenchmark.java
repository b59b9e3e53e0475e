package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.demo.TrustedAgents;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a consumer works off a full topic: events that it must store (audit-service stores all), and events that do
 * not concern it (notification-service, deliveries of mails).
 */
final class ConsumeBenchmark implements Benchmark {
    private static final String TYPE = "notification.delivered";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final List<String> SERVICES = List.of("auth", "ip-trust", "notification", "audit");

    private final int events;

    ConsumeBenchmark(int events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "consume";
    }

    @Override
    public List<Figure> run(BenchSuite suite) throws IOException, SQLException {
        TrustedAgents source = TrustedAgents.prepare(suite.origin(), suite.mailbox(), suite.adminPassword());
        if (source.next().email().isEmpty()) {
            throw new IOException("no agent was made");
        }
        Load.awaitConsequences();
        for (String service : SERVICES) {
            suite.command("stop", service);
        }
        long end;
        try (EventTopic topic = new EventTopic(suite.broker())) {
            topic.publishCopies(topic.lastOf(TYPE), events);
            end = topic.end();
        }
        List<Figure> figures = new ArrayList<>();
        suite.command("start", "notification");
        figures.add(Figure.of("skipped by notification-service", perSecond(suite, "notification", end), "events/s")
                .atLeast(50_000));
        suite.command("stop", "notification");
        suite.command("start", "audit");
        figures.add(Figure.of("stored by audit-service", perSecond(suite, "audit", end), "events/s")
                .atLeast(5_000));
        return figures;
    }

    /** From the first position that the consumer saves to the end of the topic. */
    private static double perSecond(BenchSuite suite, String service, long end) throws IOException, SQLException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try (Connection connection = suite.database();
                Statement statement = connection.createStatement()) {
            long begin = position(statement, service);
            long first = begin;
            while (first == begin && first < end) {
                Load.pause(BETWEEN_LOOKS);
                first = position(statement, service);
            }
            long started = System.nanoTime();
            long last = first;
            while (last < end) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(service + " did not work off the topic within " + LONGEST.toMinutes()
                            + " minutes: " + (end - last) + " events are left");
                }
                Load.pause(BETWEEN_LOOKS);
                last = position(statement, service);
            }
            return (last - first) / ((System.nanoTime() - started) / 1e9);
        }
    }

    private static long position(Statement statement, String service) throws SQLException {
        try (ResultSet sum = statement.executeQuery("SELECT COALESCE(SUM(next_offset), 0) FROM gatehouse_" + service
                + ".consumer_position WHERE topic = '" + EventTopic.NAME + "'")) {
            sum.next();
            return sum.getLong(1);
        }
    }
}
