package dev.gatehouse.localstack.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A service that answers the first request of each connection, and closes the connection when it has read a second one,
 * as one does whose time for idle connections ends at that moment.
 */
final class ClosingService implements AutoCloseable {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final ServerSocket server;
    private final List<String> received = new CopyOnWriteArrayList<>();

    private ClosingService(ServerSocket server) {
        this.server = server;
    }

    static ClosingService start() throws IOException {
        ClosingService service = new ClosingService(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(service::accept);
        return service;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Method and target of each request, in order. */
    List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                if (read(lines)) {
                    connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.ISO_8859_1));
                    var unused = read(lines);
                }
            } catch (IOException failure) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    /** False when the connection ends instead. */
    private boolean read(BufferedReader lines) throws IOException {
        String request = lines.readLine();
        if (request == null) {
            return false;
        }
        int length = 0;
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        boolean whole = lines.skip(length) == length;
        received.add(request.substring(0, request.lastIndexOf(' ')));
        return whole;
    }
}
