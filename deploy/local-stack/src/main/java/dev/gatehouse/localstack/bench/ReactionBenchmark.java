package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.demo.DemoOverloaded;
import dev.gatehouse.localstack.demo.TrustedAgents;
import dev.gatehouse.localstack.demo.TrustedAgents.TrustedAgent;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How soon the suite reacts while twenty agents a second sign in, or as many as the machine bears: a login stands in
 * the audit log, its mail is handed over, a click on the mailed page becomes a session, an ended session is refused by
 * every service.
 */
final class ReactionBenchmark implements Benchmark {
    /** So many that hardly one of them has so many sessions that one has to go. */
    private static final int AGENTS = 150;

    private static final double PER_SECOND = 20;
    private static final int WARM_UP = 900;
    /** A session is ended for each look at one service: looks at several would wait for each other. */
    private static final int FLOWS_PER_SERVICE = 40;

    private static final int CLICK_EVERY = 4;
    private static final int UNAUTHORIZED = 401;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

    /** One page of each service that needs a session. */
    private static final List<Guarded> GUARDED = List.of(
            new Guarded("auth", Client.SESSIONS),
            new Guarded("ip-trust", "/agent/api/v1/ip-trust/trusted-addresses"),
            new Guarded("notification", "/agent/api/v1/notifications"),
            new Guarded("audit", "/admin/api/v1/audit/events"));

    private static final String VISIBLE = "SELECT TIMESTAMPDIFF(MICROSECOND, occurred_at, received_at) / 1000"
            + " FROM gatehouse_audit.search_entry WHERE type = 'login.succeeded' AND occurred_at >= ?";
    private static final String HANDED_OVER = "SELECT TIMESTAMPDIFF(MICROSECOND, n.occurred_at, m.ended_at) / 1000"
            + " FROM gatehouse_notification.mail m JOIN gatehouse_notification.notification n ON n.id = m.subject_id"
            + " WHERE m.state = 'SENT' AND n.kind = 'LOGIN' AND n.occurred_at >= ?";

    ReactionBenchmark() {}

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public List<Figure> run(BenchSuite suite) throws IOException, SQLException {
        Client client = new Client(suite.origin());
        TrustedAgents source = TrustedAgents.prepare(suite.origin(), suite.mailbox(), suite.adminPassword());
        List<TrustedAgent> agents = Stream.generate(source::next).limit(AGENTS).toList();
        Pace pace = new Pace(PER_SECOND);
        Load.Operation login = number -> {
            if (client.login(agents.get(number % AGENTS)).isEmpty()) {
                throw new IOException("a login without an answer");
            }
        };
        Load.openLoop(number -> number < WARM_UP, pace, login);
        Load.awaitConsequences();
        String begin = databaseTime(suite);
        Flows flows = new Flows(client, source);
        Load.beside(over -> Load.openLoop(number -> !over.getAsBoolean(), pace, login), () -> {
            for (int flow = 0; flow < FLOWS_PER_SERVICE * GUARDED.size(); flow++) {
                flows.run(flow, agents.get(flow % AGENTS));
            }
        });
        Load.awaitConsequences();
        return figures(suite, begin, pace, flows);
    }

    private static List<Figure> figures(BenchSuite suite, String begin, Pace pace, Flows flows) throws SQLException {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("logins a second, at the end", pace.perSecond(), "/s"));
        figures.add(Figure.of("logins and flows that were refused as too much", pace.refused() + flows.refused, ""));
        figures.addAll(Latencies.figures("login to audit log", millis(suite, VISIBLE, begin), 500));
        figures.addAll(Latencies.figures("login to mail handed over", millis(suite, HANDED_OVER, begin), 1_000));
        figures.addAll(Latencies.figures("click to session", flows.clicks, 1_000));
        flows.ends.forEach((service, millis) ->
                figures.addAll(Latencies.figures("end of session to refusal by " + service, millis, 1_000)));
        return figures;
    }

    /** What one person does at a time beside the load; what the suite refuses as too much is left out and counted. */
    private static final class Flows {
        private final Client client;
        private final TrustedAgents source;
        private final List<Double> clicks = new ArrayList<>();
        private final Map<String, List<Double>> ends = new TreeMap<>();
        private int refused;

        Flows(Client client, TrustedAgents source) {
            this.client = client;
            this.source = source;
        }

        void run(int number, TrustedAgent agent) throws IOException {
            try {
                if (number % CLICK_EVERY == 0) {
                    clicks.add(millis(source.next().clickToSession()));
                }
                end(client.login(agent), GUARDED.get(number % GUARDED.size()));
            } catch (Overloaded | DemoOverloaded tooMuch) {
                refused++;
                Load.pause(AFTER_REFUSAL);
            }
        }

        private void end(JsonObject session, Guarded page) throws IOException {
            client.delete(Client.SESSIONS + "/current", session);
            long ended = System.nanoTime();
            while (client.status("GET", page.path(), session) != UNAUTHORIZED) {
                if (System.nanoTime() - ended > LONGEST.toNanos()) {
                    throw new IOException(page.service() + " still takes the ended session");
                }
                Load.pause(BETWEEN_LOOKS);
            }
            ends.computeIfAbsent(page.service(), any -> new ArrayList<>())
                    .add(millis(Duration.ofNanos(System.nanoTime() - ended)));
        }
    }

    private record Guarded(String service, String path) {}

    private static String databaseTime(BenchSuite suite) throws SQLException {
        try (Connection connection = suite.database();
                Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery("SELECT CAST(UTC_TIMESTAMP(3) AS CHAR)")) {
            now.next();
            return now.getString(1);
        }
    }

    private static List<Double> millis(BenchSuite suite, String sql, String since) throws SQLException {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = suite.database();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, since);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    millis.add(rows.getDouble(1));
                }
            }
        }
        return millis;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
