package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;

/** What a request was answered with. */
public record Answer(HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** The value of a header, empty text when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON came back but: " + body(), e);
        }
    }

    /** The same, when the status is this one; fails with what came instead. */
    @CanIgnoreReturnValue
    public Answer expect(int status) {
        if (status() != status) {
            throw new AssertionError("Expected " + status + " from "
                    + response.request().method() + " " + response.uri() + " but got " + status() + ": " + body());
        }
        return this;
    }

    /** The body without what is different in every answer, to compare two problems. */
    public String withoutTrace() {
        return body().replaceAll("\"traceId\":\"?[^,}]*", "");
    }

    /** The last part of the problem's type. */
    public String problem() {
        return json().path("type").asText().replace("urn:gatehouse:problem:", "");
    }
}
