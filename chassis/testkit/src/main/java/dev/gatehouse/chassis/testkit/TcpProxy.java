package dev.gatehouse.chassis.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable that can be cut or fall silent: passes connections on to a local port, until it is told not to. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;

    private TcpProxy(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
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

    /** Breaks what is connected, and refuses what comes. */
    public void cut() {
        cut = true;
        open.forEach(TcpProxy::closed);
    }

    /** Swallows what is said over what is connected; neither end is told. */
    public void silence() {
        silent = true;
    }

    /** Lets through again what comes. */
    public void restore() {
        cut = false;
        silent = false;
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
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            passAll(in, out);
        } catch (IOException end) {
            closed(from);
        }
        closed(to);
    }

    private void passAll(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[8_192];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
            if (!silent) {
                out.write(piece, 0, length);
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
