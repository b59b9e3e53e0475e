package dev.gatehouse.localstack.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackPortsTest {
    private static final Set<StackPort> ALL = EnumSet.allOf(StackPort.class);

    @Test
    void saysWhichPortIsTakenAndHowToChangeIt() {
        StackPorts ports = StackPorts.from(Map.of("GATEHOUSE_PORT_GATEWAY", "18080"));

        assertEquals(
                List.of("Port 18080 (gateway) is taken: end what uses it, or choose another, for example"
                        + " GATEHOUSE_PORT_GATEWAY=28080 ./gatehouse up"),
                ports.complaints(ALL, number -> number == 18_080));
        assertEquals(List.of(), ports.complaints(ALL, number -> false));
    }

    @Test
    void hasTheDocumentedNumbersUnlessToldOtherwise() {
        StackPorts ports = StackPorts.from(Map.of("GATEHOUSE_PORT_IP_TRUST_MANAGEMENT", " 19082 "));

        assertEquals(8081, ports.number(StackPort.of(Member.AUTH)));
        assertEquals(19_082, ports.number(StackPort.managementOf(Member.IP_TRUST)));
        assertEquals(3307, ports.number(StackPort.DATABASE));
    }

    @Test
    void ofARunAreThoseItWasStartedWith(@TempDir Path data) throws IOException {
        StackPorts.from(Map.of("GATEHOUSE_PORT_GATEWAY", "18080")).keepIn(data);

        StackPorts seen = StackPorts.ofRun(data, Map.of());

        assertEquals(18_080, seen.number(StackPort.GATEWAY));
        assertEquals(8081, seen.number(StackPort.of(Member.AUTH)));
    }

    @Test
    void areThoseOfTheEnvironmentWhereNothingRanYet(@TempDir Path data) throws IOException {
        StackPorts seen = StackPorts.ofRun(data, Map.of("GATEHOUSE_PORT_GATEWAY", "18080"));

        assertEquals(18_080, seen.number(StackPort.GATEWAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "65536", "80 80", "99999999999"})
    void refusesWhatIsNoPortByNameOfTheSetting(String text) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> StackPorts.from(Map.of("GATEHOUSE_PORT_SMTP", text)));

        assertEquals(
                "GATEHOUSE_PORT_SMTP must be",
                String.valueOf(refusal.getMessage()).substring(0, 27));
    }
}
