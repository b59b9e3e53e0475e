package dev.gatehouse.chassis.mail.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"- | en", "de-AT | de", "id | id", "in | id", "fr | en", "../etc | en", "en-GB | en"})
    void findsTheClosestForAnAccount(String tag, String language) {
        assertEquals(language, Languages.of(tag).toLanguageTag());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | en",
                "de-DE,de;q=0.9,en;q=0.8 | de",
                "fr,id;q=0.5,en;q=0.4 | id",
                "fr | en",
                ";;;q=x | en",
                "en;q=0.1,de;q=0.9 | de"
            })
    void readsWhatABrowserPrefers(String header, String language) {
        assertEquals(language, Languages.accepted(header).toLanguageTag());
    }
}
