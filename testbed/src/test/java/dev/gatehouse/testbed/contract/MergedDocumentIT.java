package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSuite.class)
class MergedDocumentIT {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));
    private static final String CURRENT = "testbed/target/openapi.json";

    private static final String PUBLISHED = "docs/openapi.json";

    private final Suite suite;

    MergedDocumentIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void isTheOneInTheDocumentation() throws IOException {
        Contract contract = Contract.of(suite);
        Files.writeString(ROOT.resolve(CURRENT), contract.text());

        assertTrue(
                contract.merged()
                        .equals(new ObjectMapper()
                                .readTree(ROOT.resolve(PUBLISHED).toFile())),
                () -> "docs/openapi.json is not what the services publish. Review the difference and take it over: cp "
                        + CURRENT + " docs/openapi.json");
    }

    @Test
    void isServedUnderTheOrigin() throws IOException {
        assertEquals(
                Files.readString(ROOT.resolve(PUBLISHED)),
                suite.visitor().get("/openapi.json").expect(200).body());
    }
}
