package dev.gatehouse.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class NarratorTest {

    @Test
    void blotsOutSecretsAndNothingElse() {
        JsonObject body = new JsonObject()
                .put("email", "agent@gatehouse.local")
                .put("password", "hunter2")
                .put("refreshToken", "secret");

        assertEquals(
                "{\"email\":\"agent@gatehouse.local\",\"password\":\"…\",\"refreshToken\":\"…\"}",
                Narrator.shown(body));
        assertEquals("hunter2", body.getString("password"));
    }
}
