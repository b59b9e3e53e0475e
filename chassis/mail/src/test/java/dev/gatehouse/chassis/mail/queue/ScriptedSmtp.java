package dev.gatehouse.chassis.mail.queue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * An SMTP server whose answer depends on the recipient: {@code hang-…} gets none, {@code trickle-…} one that never
 * ends, {@code refuse-…} a 550, {@code later-…} a 451 three times; every other mail is taken.
 */
public final class ScriptedSmtp implements QuarkusTestResourceLifecycleManager {
    private static final int REFUSALS = 3;
    private static final Queue<Taken> TAKEN = new ConcurrentLinkedQueue<>();
    private static final Map<String, Queue<Instant>> ASKED = new ConcurrentHashMap<>();
    private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

    private final ServerSocket entrance;

    public ScriptedSmtp() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Map<String, String> start() {
        Thread.ofVirtual().start(this::accept);
        return Map.of("quarkus.mailer.port", Integer.toString(entrance.getLocalPort()));
    }

    @Override
    public void stop() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A mail that the server took. */
    record Taken(String to, String messageId) {}

    static List<Taken> takenFor(String to) {
        return TAKEN.stream().filter(mail -> mail.to().equals(to)).toList();
    }

    /** When a mail for this recipient was offered. */
    static List<Instant> offered(String to) {
        return List.copyOf(ASKED.getOrDefault(to, new ConcurrentLinkedQueue<>()));
    }

    /** Whether the client still holds the connection on which it offered a mail for this recipient. */
    static boolean isOpen(String to) {
        return OPEN.contains(to);
    }

    static boolean isAnyOpen() {
        return !OPEN.isEmpty();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 ready");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    recipient(to, in, out);
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    TAKEN.add(new Taken(to, messageId(in)));
                    say(out, "250 taken");
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void recipient(String to, BufferedReader in, OutputStream out) throws IOException {
        Queue<Instant> times = ASKED.computeIfAbsent(to, address -> new ConcurrentLinkedQueue<>());
        times.add(Instant.now());
        if (to.startsWith("hang-")) {
            OPEN.add(to);
            while (in.readLine() != null) {
                // Nothing is said, until the client closes.
            }
            OPEN.remove(to);
        } else if (to.startsWith("trickle-")) {
            trickle(to, in, out);
        } else if (to.startsWith("refuse-")) {
            say(out, "550 no such user");
        } else if (to.startsWith("later-") && times.size() <= REFUSALS) {
            say(out, "451 try again later");
        } else {
            say(out, "250 fine");
        }
    }

    private static void trickle(String to, BufferedReader in, OutputStream out) throws IOException {
        OPEN.add(to);
        Thread talk = Thread.ofVirtual().start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    say(out, "250-one more line");
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } catch (IOException | InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        while (in.readLine() != null) {
            // Until the client closes.
        }
        talk.interrupt();
        OPEN.remove(to);
    }

    private static String messageId(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("The client left within a mail");
            }
            if (line.startsWith("Message-ID:")) {
                id = line.substring("Message-ID:".length()).trim();
            }
        }
        return id;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
