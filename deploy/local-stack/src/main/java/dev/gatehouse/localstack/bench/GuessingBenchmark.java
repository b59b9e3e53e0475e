package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.demo.TrustedAgents;
import dev.gatehouse.localstack.demo.TrustedAgents.TrustedAgent;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * What guessing at a password costs the suite, and what its owner notices: CPU time of auth-service and database for
 * each throttled answer beside that of a login, and logins from a trusted address while a stranger guesses as fast as
 * they are answered.
 */
final class GuessingBenchmark implements Benchmark {
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 96;
    private static final int LOGINS = 72;
    private static final int GUESSES = 4_000;
    private static final int OWNERS = 40;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final double PERCENT = 100;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final String STRANGER = "198.51.100.66";
    private static final Set<String> PARTS = Set.of("auth", "database");

    GuessingBenchmark() {}

    @Override
    public String name() {
        return "guessing";
    }

    @Override
    public List<Figure> run(BenchSuite suite) throws IOException, SQLException {
        Client client = new Client(suite.origin());
        TrustedAgent owner = TrustedAgents.prepare(suite.origin(), suite.mailbox(), suite.adminPassword())
                .next();
        List<Figure> figures = new ArrayList<>(costs(suite, client, owner));
        List<Double> quiet = owners(client, owner);
        AtomicInteger guesses = new AtomicInteger();
        List<Double> guessed = new ArrayList<>();
        Load.beside(over -> guessUntil(over, guesses, client, owner), () -> guessed.addAll(owners(client, owner)));
        figures.add(Figure.of("guesses while the owner signed in", guesses.get(), ""));
        figures.add(Figure.of("owner at a trusted address who got in", PERCENT * guessed.size() / OWNERS, "%")
                .atLeast(PERCENT));
        figures.addAll(Latencies.figures("owner, nobody guesses", quiet, 1_000));
        figures.addAll(Latencies.figures("owner, a stranger guesses", guessed, 1_000));
        return figures;
    }

    /** What a throttled guess costs, compared with a login. */
    private static List<Figure> costs(BenchSuite suite, Client client, TrustedAgent owner)
            throws IOException, SQLException {
        Load.Operation login = number -> login(client, owner);
        AtomicInteger throttled = new AtomicInteger();
        Load.Operation guess = number -> {
            if (throttled(client, owner)) {
                throttled.incrementAndGet();
            }
        };
        Load.closedLoop(WARM_UP, 1, login);
        Load.closedLoop(WARM_UP, CONNECTIONS, guess);
        Load.awaitConsequences();
        Map<String, Double> idle = idle(suite);
        double cpuOfLogin = cpu(suite, idle, LOGINS, 1, login);
        throttled.set(0);
        double cpuOfGuess = cpu(suite, idle, GUESSES, CONNECTIONS, guess);
        return List.of(
                Figure.of("login: CPU of auth-service and database", cpuOfLogin, "ms"),
                Figure.of("guess that is throttled: the same", cpuOfGuess, "ms"),
                Figure.of("a throttled guess, in parts of a login", PERCENT * cpuOfGuess / cpuOfLogin, "%")
                        .atMost(5),
                Figure.of("guesses of a stranger that were throttled", PERCENT * throttled.get() / GUESSES, "%")
                        .atLeast(99));
    }

    private static Map<String, Double> idle(BenchSuite suite) throws IOException, SQLException {
        Usage before = Usage.now(suite);
        Load.pause(IDLE);
        return Usage.now(suite).perSecondSince(before);
    }

    /** Milliseconds for each operation. */
    private static double cpu(
            BenchSuite suite, Map<String, Double> idle, int operations, int connections, Load.Operation operation)
            throws IOException, SQLException {
        Usage before = Usage.now(suite);
        Load.closedLoop(operations, connections, operation);
        Load.awaitConsequences();
        Map<String, Double> used = Usage.now(suite).since(before, idle);
        return PARTS.stream()
                        .mapToDouble(part -> used.getOrDefault(Usage.CPU_OF + part, 0.0))
                        .sum()
                / operations;
    }

    /** How long each login took that was let in, in milliseconds. */
    private static List<Double> owners(Client client, TrustedAgent owner) {
        List<Double> millis = new ArrayList<>();
        for (int number = 0; number < OWNERS; number++) {
            long begin = System.nanoTime();
            if (letIn(client, owner)) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return millis;
    }

    private static void guessUntil(BooleanSupplier over, AtomicInteger guesses, Client client, TrustedAgent owner)
            throws IOException {
        while (!over.getAsBoolean()) {
            Load.closedLoop(CONNECTIONS, CONNECTIONS, number -> {
                boolean unused = throttled(client, owner);
            });
            guesses.addAndGet(CONNECTIONS);
        }
    }

    private static void login(Client client, TrustedAgent owner) throws IOException {
        if (client.login(owner).isEmpty()) {
            throw new IOException("a login without an answer");
        }
    }

    private static boolean letIn(Client client, TrustedAgent owner) {
        try {
            login(client, owner);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean throttled(Client client, TrustedAgent owner) throws IOException {
        int status = client.guess(owner.email(), STRANGER);
        if (status != UNAUTHORIZED && status != TOO_MANY) {
            throw new IOException("a guess was answered with " + status);
        }
        return status == TOO_MANY;
    }
}
