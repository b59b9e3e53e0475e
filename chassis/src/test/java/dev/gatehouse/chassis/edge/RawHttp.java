package dev.gatehouse.chassis.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to a server exactly what is written, as no client library would, and reads all of its answer. */
final class RawHttp {
    private RawHttp() {}

    static String say(int port, String from, String request) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.setSoTimeout(5_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String get(int port, String target) {
        return line(port, "GET " + target + " HTTP/1.1");
    }

    static String line(int port, String requestLine) {
        return say(port, "127.0.0.1", requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }
}
