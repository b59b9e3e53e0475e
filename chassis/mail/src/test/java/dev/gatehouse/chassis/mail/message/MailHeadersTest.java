package dev.gatehouse.chassis.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailHeadersTest {
    private static final UUID ID = UUID.fromString("0190f1d2-0000-7000-8000-000000000001");

    private final MailHeaders headers = new MailHeaders(URI.create("https://desk.example.com"), "desk@example.com");

    @Test
    void namesAMailByItsRowSoThatADuplicateIsRecognised() {
        // Given
        MailText text = MailText.of(Locale.ENGLISH, "heading", "lead");

        // When
        var addressed = headers.address(
                headers.check(new Mail(ID, "mia@example.com", "=?utf-8?q?forged?=", text)),
                new MailLayout.Rendered("<p>lead</p>", "lead"));

        // Then
        assertEquals("<" + ID + "@desk.example.com>", addressed.getHeaders().get("Message-ID"));
        assertEquals("auto-generated", addressed.getHeaders().get("Auto-Submitted"));
        assertNull(addressed.getCc());
        assertEquals(List.of("mia@example.com"), addressed.getTo());
        assertEquals("= ?utf-8?q?forged?=", addressed.getSubject());
    }
}
