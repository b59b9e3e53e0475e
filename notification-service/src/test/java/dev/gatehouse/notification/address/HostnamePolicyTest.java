package dev.gatehouse.notification.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gatehouse.contracts.state.AddressState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostnamePolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "host7.example.net",
                "a-b.c-d.example",
                "xn--bcher-kva.example",
                "7.example",
                "_x.example"
            })
    void believesAConfirmedHostname(String name) {
        // When
        String believed = HostnamePolicy.believable(state(name, true));

        // Then
        assertEquals(name, believed);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "-a.example",
                "a..example",
                "<script>alert(1)</script>",
                "a.example\r\nBcc: eve@example.net",
                "a b.example",
                "admin@ourcompany.example",
                "a.example\u202e",
            })
    void believesNothingThatIsNoHostname(@Nullable String name) {
        // When
        String believed = HostnamePolicy.believable(state(name, true));

        // Then
        assertNull(believed);
    }

    @Test
    void believesNoNameThatDoesNotLeadBack() {
        // When
        String believed = HostnamePolicy.believable(state("admin.ourcompany.example", false));

        // Then
        assertNull(believed);
    }

    @Test
    void believesNoNameThatIsTooLong() {
        // When
        String believed = HostnamePolicy.believable(state("a.".repeat(130) + "example", true));

        // Then
        assertNull(believed);
    }

    private static AddressState state(@Nullable String name, boolean confirmed) {
        return new AddressState("203.0.113.7", name, confirmed, false, Instant.EPOCH, 1);
    }
}
