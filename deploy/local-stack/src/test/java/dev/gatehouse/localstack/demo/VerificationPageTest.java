package dev.gatehouse.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationPageTest {
    private static final String PAGE = """
            <html><body><h1>Is this you signing in?</h1>
            <dl><dt>Address</dt><dd>203.0.113.7</dd><dt>Browser</dt><dd>Chrome on Linux</dd></dl>
            <form method="post"><input type="hidden" name="formToken" value="a+b=">
            <input name="matchNumber"><button name="decision" value="trust">Yes</button>
            <button name="decision" value="deny">No</button></form></body></html>
            """;

    @Test
    void readsWhatThePageTells() {
        VerificationPage page = new VerificationPage(PAGE);

        assertEquals("Is this you signing in?", page.heading());
        assertEquals(Map.of("Address", "203.0.113.7", "Browser", "Chrome on Linux"), page.facts());
        page.expectToShow(List.of("203.0.113.7"));
        assertThrows(DemoFailure.class, () -> page.expectToShow(List.of("198.51.100.1")));
    }

    @Test
    void sendsTheFormAsBrowserDoes() {
        assertEquals("formToken=a%2Bb%3D&matchNumber=47&decision=trust", new VerificationPage(PAGE).filledIn("47"));
    }

    @Test
    void saysSoWhenThePageAsksForNoNumber() {
        DemoFailure failure = assertThrows(
                DemoFailure.class, () -> new VerificationPage("<h1>Nothing to confirm here</h1>").filledIn("47"));

        assertTrue(String.valueOf(failure.getMessage()).contains("Nothing to confirm here"));
    }
}
