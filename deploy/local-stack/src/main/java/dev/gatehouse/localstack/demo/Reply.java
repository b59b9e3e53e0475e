package dev.gatehouse.localstack.demo;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What came back, and after how long. */
record Reply(int status, String body, HttpHeaders headers, Duration took) {
    private static final int SHOWN = 300;
    private static final int OVERLOADED = 503;

    static Reply of(HttpResponse<String> response, Duration took) {
        return new Reply(response.statusCode(), response.body(), response.headers(), took);
    }

    /** This reply, when it is the expected one; else the demo ends with a sentence. */
    Reply expect(int expected, String what) {
        if (status != expected) {
            String seen = what + " should answer " + expected + ", but answered " + status + ": " + excerpt();
            throw status == OVERLOADED ? new DemoOverloaded(seen) : new DemoFailure(seen);
        }
        return this;
    }

    JsonObject json() {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            throw new DemoFailure("the answer should be JSON, but was no such thing (" + status + ")");
        }
    }

    /** Never with a token in it. */
    private String excerpt() {
        String shown = body.startsWith("{") ? Narrator.shown(json()) : body;
        return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
    }
}
