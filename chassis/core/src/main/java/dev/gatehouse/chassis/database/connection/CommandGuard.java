package dev.gatehouse.chassis.database.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.CommandResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Fails every command of a connection that has ended.
 *
 * <p>The client's own codec ({@code MySQLCodec} of Vert.x 4.5) fails only the first one: a second statement that was
 * under way, or a rollback or a new transaction that begins while the connection closes, would wait for ever, and its
 * connection would never return to the pool.
 */
final class CommandGuard extends ChannelDuplexHandler {
    /** The client's last handler, which gives the answers to those who asked. */
    private static final String CLIENT = "handler";

    private final Set<CommandBase<?>> unanswered = new LinkedHashSet<>();
    private boolean ended;

    private CommandGuard() {}

    /** Guards the commands of a connection from now on. */
    static void guard(SqlConnection connection) {
        channel(connection).pipeline().addBefore(CLIENT, CommandGuard.class.getName(), new CommandGuard());
    }

    /** Closes the connection itself, whatever is under way over it; a pooled one leaves its pool. */
    static void abort(SqlConnection connection) {
        var unused = channel(connection).close();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof CommandBase<?> command) {
            if (ended) {
                fail(context, command);
                return;
            }
            unanswered.add(command);
        }
        var unused = context.write(message, written);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof CommandResponse<?> response) {
            unanswered.remove(response.cmd);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ended = true;
        List<CommandBase<?>> lost = List.copyOf(unanswered);
        unanswered.clear();
        lost.forEach(command -> fail(context, command));
        context.fireChannelInactive();
    }

    private static <R> void fail(ChannelHandlerContext context, CommandBase<R> command) {
        CommandResponse<R> response = CommandResponse.failure(ClosedConnectionException.INSTANCE);
        response.cmd = command;
        context.fireChannelRead(response);
    }

    private static Channel channel(SqlConnection connection) {
        SocketConnectionBase socket = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        return socket.socket().channelHandlerContext().channel();
    }
}
