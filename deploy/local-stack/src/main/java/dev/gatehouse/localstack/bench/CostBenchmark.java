package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.demo.TrustedAgents;
import dev.gatehouse.localstack.demo.TrustedAgents.TrustedAgent;
import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.terminal.Tone;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * What an operation costs with all that follows from it: statements, commits and bytes by the database's own counters,
 * CPU time by the processes' own account, less what the idle suite uses in the same time. Compilation is a part of it,
 * so the services are warm before.
 *
 * <p>Statements are an upper bound of the round trips: some are sent together.
 */
final class CostBenchmark implements Benchmark {
    private static final int AGENTS = 48;
    private static final int CONNECTIONS = 8;
    /** No agent gets so many sessions that one has to go. */
    private static final int LOGINS = 8 * AGENTS;
    /** After about so many times as many logins little is left to compile; before, that is most of what is used. */
    private static final int WARM_UPS = 8;

    private static final int LIGHT_OPERATIONS = 400;
    private static final int SHOWN_STATEMENTS = 60;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final String PREFERENCES = "/agent/api/v1/notifications/preferences";

    private final boolean listsStatements;
    private final Terminal terminal;

    /** With or without a list of the statements behind each figure, which is printed as it is made. */
    CostBenchmark(boolean listsStatements, Terminal terminal) {
        this.listsStatements = listsStatements;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public List<Figure> run(BenchSuite suite) throws IOException, SQLException {
        Client client = new Client(suite.origin());
        TrustedAgents source = TrustedAgents.prepare(suite.origin(), suite.mailbox(), suite.adminPassword());
        List<TrustedAgent> agents = Stream.generate(source::next).limit(AGENTS).toList();
        Queue<JsonObject> sessions = new ConcurrentLinkedQueue<>();
        Load.Operation login = number -> sessions.add(client.login(agents.get(number % AGENTS)));
        warmUp(client, sessions, login);
        Map<String, Double> idle = idle(suite);
        Measuring measuring = new Measuring(suite, idle);

        List<Figure> figures = new ArrayList<>(idleFigures(idle));
        Map<String, Double> one = measuring.of("login one at a time", LOGINS / 3, 1, login);
        figures.addAll(costs("login one at a time, mail and list", one, false));
        logOutAndWait(client, sessions);
        Map<String, Double> loop = measuring.of("login", LOGINS, CONNECTIONS, login);
        figures.addAll(costs("login, mail and list", loop, true));
        logOutAndWait(client, sessions);
        figures.addAll(lightOperations(measuring, client, agents.getFirst()));
        for (TrustedAgent agent : agents) {
            silence(client, agent);
        }
        Load.awaitConsequences();
        Map<String, Double> silent = measuring.of("login without notification", LOGINS, CONNECTIONS, login);
        figures.addAll(costs("login without notification", silent, false));
        figures.addAll(notification(loop, silent));
        return figures;
    }

    private static void warmUp(Client client, Queue<JsonObject> sessions, Load.Operation login) throws IOException {
        for (int round = 0; round < WARM_UPS; round++) {
            Load.closedLoop(LOGINS, CONNECTIONS, login);
            logOut(client, sessions);
        }
        Load.awaitConsequences();
    }

    private static List<Figure> lightOperations(Measuring measuring, Client client, TrustedAgent agent)
            throws IOException, SQLException {
        JsonObject session = client.login(agent);
        List<Figure> figures = new ArrayList<>();
        Map<String, Double> read = measuring.of(
                "guarded read", LIGHT_OPERATIONS, 1, number -> ignore(client.get(Client.SESSIONS, session)));
        figures.addAll(costs("guarded read", read, false));
        JsonObject[] tokens = {session};
        Map<String, Double> refresh =
                measuring.of("refresh", LIGHT_OPERATIONS, 1, number -> tokens[0] = client.refresh(agent, tokens[0]));
        figures.addAll(costs("refresh", refresh, false));
        return figures;
    }

    /** An agent with too many sessions loses one at each login, which is no cost of a login. */
    private static void logOut(Client client, Queue<JsonObject> sessions) throws IOException {
        for (JsonObject session = sessions.poll(); session != null; session = sessions.poll()) {
            var unused = client.status("DELETE", Client.SESSIONS + "/current", session);
        }
    }

    private static void logOutAndWait(Client client, Queue<JsonObject> sessions) throws IOException {
        logOut(client, sessions);
        Load.awaitConsequences();
    }

    /** Nothing is mailed and nothing listed from now on. */
    private static void silence(Client client, TrustedAgent agent) throws IOException {
        JsonObject session = client.login(agent);
        JsonObject nowhere = new JsonObject()
                .put("login", new JsonObject().put("email", false).put("inApp", false));
        ignore(client.put(PREFERENCES, session, nowhere, client.etag(PREFERENCES, session)));
        client.delete(Client.SESSIONS + "/current", session);
    }

    private static Map<String, Double> idle(BenchSuite suite) throws IOException, SQLException {
        Usage before = Usage.now(suite);
        Load.pause(IDLE);
        return Usage.now(suite).perSecondSince(before);
    }

    private static List<Figure> idleFigures(Map<String, Double> idle) {
        List<Figure> figures = new ArrayList<>();
        figures.add(of(idle, Usage.STATEMENTS, "idle suite: statements", "/s").atMost(15));
        figures.add(of(idle, Usage.COMMITS, "idle suite: commits", "/s"));
        cpuParts(idle).forEach(part -> {
            Figure cpu = of(idle, Usage.CPU_OF + part, "idle suite: CPU of " + part, "ms/s");
            figures.add(part.equals("database") || part.equals("broker") ? cpu : cpu.atMost(5));
        });
        return figures;
    }

    private static List<Figure> costs(String operation, Map<String, Double> used, boolean isJudged) {
        List<Figure> figures = new ArrayList<>();
        Figure statements = of(used, Usage.STATEMENTS, operation + ": statements", "");
        Figure commits = of(used, Usage.COMMITS, operation + ": commits", "");
        figures.add(isJudged ? statements.atMost(30) : statements);
        figures.add(isJudged ? commits.atMost(6) : commits);
        figures.add(of(used, Usage.BYTES, operation + ": bytes to and from the database", ""));
        used.keySet().stream()
                .filter(name -> name.startsWith(Usage.STATEMENTS_OF))
                .sorted()
                .forEach(name -> figures.add(of(used, name, "    " + name, "")));
        for (String part : cpuParts(used)) {
            Figure cpu = of(used, Usage.CPU_OF + part, operation + ": CPU of " + part, "ms");
            figures.add(
                    isJudged
                            ? switch (part) {
                                case "ip-trust" -> cpu.atMost(1);
                                case "audit" -> cpu.atMost(2);
                                case "notification", "database" -> cpu.atMost(5);
                                default -> cpu;
                            }
                            : cpu);
        }
        return figures;
    }

    private static List<Figure> notification(Map<String, Double> with, Map<String, Double> without) {
        return List.of(
                Figure.of(
                        "notification, mail and list: statements",
                        with.getOrDefault(Usage.STATEMENTS, 0.0) - without.getOrDefault(Usage.STATEMENTS, 0.0),
                        ""),
                Figure.of(
                        "notification, mail and list: commits",
                        with.getOrDefault(Usage.COMMITS, 0.0) - without.getOrDefault(Usage.COMMITS, 0.0),
                        ""));
    }

    private static List<String> cpuParts(Map<String, Double> used) {
        return used.keySet().stream()
                .filter(name -> name.startsWith(Usage.CPU_OF))
                .map(name -> name.substring(Usage.CPU_OF.length()))
                .sorted()
                .toList();
    }

    private static Figure of(Map<String, Double> used, String count, String name, String unit) {
        return Figure.of(name, used.getOrDefault(count, Double.NaN), unit);
    }

    private static void ignore(JsonObject answer) {
        if (answer.isEmpty()) {
            throw new IllegalStateException("An answer without content");
        }
    }

    /** Measures one kind of operation after the other. */
    private final class Measuring {
        private final BenchSuite suite;
        private final Map<String, Double> idle;

        Measuring(BenchSuite suite, Map<String, Double> idle) {
            this.suite = suite;
            this.idle = idle;
        }

        Map<String, Double> of(String what, int operations, int connections, Load.Operation operation)
                throws IOException, SQLException {
            Usage before = Usage.now(suite);
            Load.closedLoop(operations, connections, operation);
            Load.awaitConsequences();
            Map<String, Double> used = Usage.now(suite).since(before, idle);
            used.replaceAll((name, value) -> value / operations);
            if (listsStatements) {
                list(what, operations, connections, operation);
            }
            return used;
        }

        private void list(String what, int operations, int connections, Load.Operation operation)
                throws IOException, SQLException {
            StatementLog log = new StatementLog(suite);
            log.begin();
            Load.closedLoop(operations, connections, operation);
            Load.awaitConsequences();
            terminal.line("");
            terminal.line("    Statements for each " + what + ", idle ones included");
            log.end(operations).stream()
                    .limit(SHOWN_STATEMENTS)
                    .forEach(entry -> terminal.signed(Tone.QUIET, entry.toString()));
        }
    }
}
