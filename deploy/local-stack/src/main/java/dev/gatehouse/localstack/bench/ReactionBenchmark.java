package dev.gatehouse.localstack.bench;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * How soon the suite reacts while twenty agents a second sign in: a login stands in the audit log, its mail is handed
 * over, a click on the mailed page becomes a session, an ended session is refused by every service.
 */
final class ReactionBenchmark implements Benchmark {
    private static final int AGENTS = 24;
    private static final double PER_SECOND = 20;
    private static final int WARM_UP = 200;
    private static final int LOGINS = 400;
    private static final int FLOWS = 20;
    private static final int UNAUTHORIZED = 401;
    private static final int NO_CONTENT = 204;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    /** One page of each service that needs a session. */
    private static final List<String> GUARDED = List.of(
            Client.SESSIONS,
            "/agent/api/v1/ip-trust/trusted-addresses",
            "/agent/api/v1/notifications",
            "/admin/api/v1/audit/events");

    private static final String VISIBLE = "SELECT TIMESTAMPDIFF(MICROSECOND, occurred_at, received_at) / 1000"
            + " FROM gatehouse_audit.search_entry WHERE type = 'login.succeeded' AND occurred_at >= ?";
    private static final String HANDED_OVER = "SELECT TIMESTAMPDIFF(MICROSECOND, n.occurred_at, m.ended_at) / 1000"
            + " FROM gatehouse_notification.mail m JOIN gatehouse_notification.notification n ON n.id = m.subject_id"
            + " WHERE m.state = 'SENT' AND n.kind = 'login' AND n.occurred_at >= ?";

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
        Load.Operation login = number -> {
            if (client.login(agents.get(number % AGENTS)).isEmpty()) {
                throw new IOException("a login without an answer");
            }
        };
        Load.openLoop(WARM_UP, PER_SECOND, login);
        Load.awaitConsequences();
        String begin = databaseTime(suite);
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> unchecked(() -> {
            Load.openLoop(LOGINS, PER_SECOND, login);
        }));
        List<Double> clicks = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (int flow = 0; flow < FLOWS; flow++) {
            clicks.add(millis(source.next().clickToSession()));
            ends.add(endToRefusal(client, client.login(agents.get(flow % AGENTS))));
        }
        load.join();
        Load.awaitConsequences();
        return figures(suite, begin, clicks, ends);
    }

    private static List<Figure> figures(BenchSuite suite, String begin, List<Double> clicks, List<Double> ends)
            throws SQLException {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(Latencies.figures("login to audit log", millis(suite, VISIBLE, begin), 500));
        figures.addAll(Latencies.figures("login to mail handed over", millis(suite, HANDED_OVER, begin), 1_000));
        figures.addAll(Latencies.figures("click to session", clicks, 1_000));
        figures.addAll(Latencies.figures("end of session to refusal by all", ends, 1_000));
        return figures;
    }

    private static double endToRefusal(Client client, JsonObject session) throws IOException {
        if (client.status("DELETE", Client.SESSIONS + "/current", session) != NO_CONTENT) {
            throw new IOException("the session could not be ended");
        }
        long ended = System.nanoTime();
        for (String path : GUARDED) {
            while (client.status("GET", path, session) != UNAUTHORIZED) {
                if (System.nanoTime() - ended > LONGEST.toNanos()) {
                    throw new IOException(path + " still takes the ended session");
                }
                Load.pause(BETWEEN_LOOKS);
            }
        }
        return millis(Duration.ofNanos(System.nanoTime() - ended));
    }

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

    private static void unchecked(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
