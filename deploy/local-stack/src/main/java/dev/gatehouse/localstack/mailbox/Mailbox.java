package dev.gatehouse.localstack.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** A running mailbox: SMTP on one port, web page and JSON on the other. */
public final class Mailbox implements AutoCloseable {
    /** Name of the part. */
    public static final String PART = "mailbox";

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail smtp;
    private final HttpServer web;

    private Mailbox(GreenMail smtp, HttpServer web) {
        this.smtp = smtp;
        this.web = web;
    }

    /** Starts both servers over the mails in {@code folder}; a port of 0 means any free one. */
    public static Mailbox start(Vertx vertx, Path folder, int smtpPort, int webPort) throws IOException {
        MailStore store = MailStore.in(folder);
        GreenMail smtp = smtpServer(store, smtpPort);
        HttpServer web =
                vertx.createHttpServer(webOptions().setPort(webPort)).requestHandler(new MailboxRoutes(store)::answer);
        try {
            web.listen().toCompletionStage().toCompletableFuture().get();
            return new Mailbox(smtp, web);
        } catch (ExecutionException e) {
            smtp.stop();
            throw new IOException("the mailbox page could not be started on port " + webPort, e.getCause());
        } catch (InterruptedException e) {
            smtp.stop();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting the mailbox", e);
        }
    }

    private static HttpServerOptions webOptions() {
        return new HttpServerOptions().setHost(LOOPBACK).setHttp2ClearTextEnabled(false);
    }

    private static GreenMail smtpServer(MailStore store, int port) {
        ServerSetup setup = new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        GreenMail smtp = new GreenMail(setup);
        smtp.getUserManager().setMessageDeliveryHandler((message, address) -> new Recipient(address.getEmail(), store));
        smtp.start();
        return smtp;
    }

    /** Where mail is taken. */
    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** Where mail is shown. */
    public int webPort() {
        return web.actualPort();
    }

    @Override
    public void close() {
        smtp.stop();
        web.close().toCompletionStage().toCompletableFuture().join();
    }
}
