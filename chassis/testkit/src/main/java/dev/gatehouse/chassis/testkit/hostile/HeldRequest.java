package dev.gatehouse.chassis.testkit.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A request of which everything has been sent but the last byte of its body. */
public final class HeldRequest implements AutoCloseable {
    private static final int ANSWERED_WITHIN_MILLIS = 20_000;

    private final Socket socket;
    private final byte lastByte;

    private HeldRequest(Socket socket, byte lastByte) {
        this.socket = socket;
        this.lastByte = lastByte;
    }

    /** Sends it to this port of the loopback network up to the last byte of this JSON. */
    public static HeldRequest send(int port, String requestLine, Map<String, String> headers, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try {
            Socket socket = new Socket();
            socket.setSoTimeout(ANSWERED_WITHIN_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(Arrays.copyOf(body, body.length - 1));
            socket.getOutputStream().flush();
            return new HeldRequest(socket, body[body.length - 1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the last byte and returns the whole answer. */
    public String finish() {
        try {
            socket.getOutputStream().write(lastByte);
            socket.getOutputStream().flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer that comes without the last byte. */
    public String answer() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
