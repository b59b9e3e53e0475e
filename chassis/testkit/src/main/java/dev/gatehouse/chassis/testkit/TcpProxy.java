package dev.gatehouse.chassis.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A cable that can be cut, be slow or fall silent: passes connections on to a local port, until it is told not to. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final byte[] targetAddress;
    private final byte[] ownAddress;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean cut;
    private volatile boolean silent;
    private volatile @Nullable String silencer;
    private volatile Duration delay = Duration.ZERO;

    private TcpProxy(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
        this.targetAddress = kafkaAddress(target);
        this.ownAddress = kafkaAddress(entrance.getLocalPort());
    }

    /** Begins to listen on a free port. */
    public static TcpProxy to(int target) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where to connect instead of the target. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** How many connections were ever made. */
    public int made() {
        return made.get();
    }

    /** How many of them are open. */
    public int open() {
        return made.get() - ended.get();
    }

    /** Breaks what is connected, and refuses what comes. */
    public void cut() {
        cut = true;
        open.forEach(TcpProxy::closed);
    }

    /** Swallows what is said over what is connected; neither end is told. */
    public void silence() {
        silent = true;
    }

    /** Falls silent as soon as a client says this. */
    public void silenceOn(String text) {
        silencer = text;
    }

    /** From now on every answer takes so much longer. */
    public void slowDown(Duration delayOfAnswers) {
        delay = delayOfAnswers;
    }

    /** Lets through again what comes. */
    public void restore() {
        cut = false;
        silent = false;
        silencer = null;
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                open.add(client);
                if (cut) {
                    closed(client);
                } else {
                    join(client);
                }
            } catch (IOException end) {
                open.removeIf(Socket::isClosed);
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(server);
        made.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            pass(client, server, this::question);
            ended.incrementAndGet();
        });
        Thread.ofVirtual().start(() -> pass(server, client, this::answer));
    }

    private byte[] question(byte[] said) {
        String word = silencer;
        if (word != null && new String(said, StandardCharsets.ISO_8859_1).contains(word)) {
            silence();
        }
        return said;
    }

    /** A broker answers with its address; clients must stay behind the proxy. */
    private byte[] answer(byte[] said) {
        LockSupport.parkNanos(delay.toNanos());
        for (int at = 0; at + targetAddress.length <= said.length; at++) {
            if (Arrays.equals(said, at, at + targetAddress.length, targetAddress, 0, targetAddress.length)) {
                System.arraycopy(ownAddress, 0, said, at, ownAddress.length);
            }
        }
        return said;
    }

    /** Host and port as they stand in the answers of Kafka's protocol. */
    private static byte[] kafkaAddress(int port) {
        byte[] host = InetAddress.getLoopbackAddress().getHostAddress().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(host.length + Integer.BYTES)
                .put(host)
                .putInt(port)
                .array();
    }

    private void pass(Socket from, Socket to, UnaryOperator<byte[]> change) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            passAll(in, out, change);
        } catch (IOException end) {
            closed(from);
        }
        closed(to);
    }

    private void passAll(InputStream in, OutputStream out, UnaryOperator<byte[]> change) throws IOException {
        byte[] piece = new byte[8_192];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            byte[] passed = change.apply(Arrays.copyOf(piece, length));
            if (!silent) {
                out.write(passed);
            }
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
