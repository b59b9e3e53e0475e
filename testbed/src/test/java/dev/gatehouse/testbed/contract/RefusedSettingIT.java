package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A packaged service that cannot work with its settings ends with a sentence, and not with a stack trace. */
class RefusedSettingIT {
    private static final Path JAR =
            Path.of(System.getProperty("gatehouse.root"), "auth-service/target/quarkus-app/quarkus-run.jar");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GATEHOUSE_ORIGIN | helpdesk.example | It must be a scheme and a host in lower case, without a path, such as https://helpdesk.example",
                "GATEHOUSE_AUTH_PASSWORD_HASH_MEMORY_KIB | 4 | gatehouse.auth.password.hash-memory-kib is 4 but must be at least 19456",
                "GATEHOUSE_DB_PORT | 1 | The migration user ddl could not connect to jdbc:mariadb://127.0.0.1:1/gatehouse"
            })
    void endsTheStartWithASentence(String setting, String value, String sentence) throws Exception {
        // When
        Process service = start(Map.of(setting, value));
        String output = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertTrue(service.waitFor(1, TimeUnit.MINUTES));
        assertEquals(1, service.exitValue());
        assertTrue(output.contains(sentence), output);
        assertFalse(output.contains("\tat "), output);
    }

    private static Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
        builder.environment()
                .putAll(Map.of(
                        "GATEHOUSE_DB_DDL_USER", "ddl",
                        "GATEHOUSE_DB_DDL_PASSWORD", "wrong",
                        "GATEHOUSE_DB_USER", "app",
                        "GATEHOUSE_DB_PASSWORD", "wrong"));
        builder.environment().putAll(settings);
        Process started = builder.start();
        started.getOutputStream().close();
        return started;
    }
}
