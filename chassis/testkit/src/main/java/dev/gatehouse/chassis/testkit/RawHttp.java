package dev.gatehouse.chassis.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to a server exactly what is written, as no client library would, and reads all of its answer. */
public final class RawHttp {
    private RawHttp() {}

    /** Sends these bytes from this address of the loopback network. */
    public static String say(int port, String from, String request) {
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

    /** Asks for exactly this target. */
    public static String get(int port, String target) {
        return line(port, "GET " + target + " HTTP/1.1");
    }

    /** Sends this request line with the headers that every request has. */
    public static String line(int port, String requestLine) {
        return say(port, "127.0.0.1", requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** Posts this JSON. */
    public static String post(int port, String target, String json) {
        return say(
                port,
                "127.0.0.1",
                "POST " + target
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + json.length() + "\r\n\r\n" + json);
    }
}
