package dev.gatehouse.localstack.mailbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailbox over HTTP. Answers only requests for a loopback host, so that no foreign page can read it by name tricks.
 */
final class MailboxRoutes {
    private static final Pattern LOOPBACK_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    private static final Pattern MESSAGE = Pattern.compile("/messages/(\\d{1,20})(/html|/source)?");
    private static final Pattern API_MESSAGE = Pattern.compile("/api/messages/(\\d{1,20})");

    private final MailStore store;

    MailboxRoutes(MailStore store) {
        this.store = store;
    }

    void answer(HttpServerRequest request) {
        secure(request.response());
        try {
            if (!isForLoopback(request)) {
                problem(request.response(), 421, "This mailbox answers on localhost only.");
            } else if (request.method().equals(HttpMethod.GET)
                    || request.method().equals(HttpMethod.HEAD)) {
                show(request);
            } else if (request.method().equals(HttpMethod.DELETE) && "/api/messages".equals(request.path())) {
                store.clear();
                request.response().setStatusCode(204).end();
            } else {
                problem(request.response(), 405, "Only reading, and DELETE /api/messages.");
            }
        } catch (IOException e) {
            problem(request.response(), 500, "A mail's file could not be read or deleted.");
        }
    }

    private void show(HttpServerRequest request) throws IOException {
        String path = Optional.ofNullable(request.path()).orElse("/");
        Matcher message = MESSAGE.matcher(path);
        Matcher apiMessage = API_MESSAGE.matcher(path);
        if (path.equals("/")) {
            page(request.response(), MailboxPages.list(store.all()));
        } else if (path.equals("/api/messages")) {
            json(request.response(), asJson(matching(request)));
        } else if (apiMessage.matches()) {
            showJson(request.response(), apiMessage.group(1));
        } else if (message.matches()) {
            showMessage(request.response(), message.group(1), Optional.ofNullable(message.group(2)));
        } else {
            problem(request.response(), 404, "There is no such page.");
        }
    }

    private List<StoredMail> matching(HttpServerRequest request) {
        String to = request.getParam("to");
        return to == null ? store.all() : store.sentTo(to);
    }

    private static Buffer asJson(List<StoredMail> mails) {
        JsonArray array = new JsonArray();
        mails.forEach(mail -> array.add(mail.asJson()));
        return array.toBuffer();
    }

    private void showJson(HttpServerResponse response, String id) {
        store.find(id)
                .ifPresentOrElse(
                        mail -> json(response, mail.asJson().toBuffer()),
                        () -> problem(response, 404, "There is no such mail."));
    }

    private void showMessage(HttpServerResponse response, String id, Optional<String> part) throws IOException {
        Optional<StoredMail> mail = store.find(id);
        if (mail.isEmpty()) {
            problem(response, 404, "There is no such mail.");
        } else if (part.isEmpty()) {
            page(response, MailboxPages.message(mail.get()));
        } else if (part.get().equals("/source")) {
            response.putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(Buffer.buffer(store.source(id).orElseThrow()));
        } else {
            response.putHeader("Content-Security-Policy", MailboxPages.FOREIGN_HTML_POLICY)
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(MailboxPages.foreignHtml(mail.get()));
        }
    }

    private static boolean isForLoopback(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return host != null && LOOPBACK_HOST.matcher(host).matches();
    }

    private static void secure(HttpServerResponse response) {
        response.putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Content-Security-Policy", MailboxPages.OWN_PAGE_POLICY);
    }

    private static void page(HttpServerResponse response, String html) {
        response.putHeader("Content-Type", "text/html; charset=utf-8").end(html);
    }

    private static void json(HttpServerResponse response, Buffer json) {
        response.putHeader("Content-Type", "application/json").end(json);
    }

    private static void problem(HttpServerResponse response, int status, String detail) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("status", status)
                        .put("detail", detail)
                        .toBuffer());
    }
}
