package dev.gatehouse.auth.identity.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.http.problem.Violations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTextTest {
    private final Violations violations = new Violations();

    @ParameterizedTest
    @CsvSource({"Ada, Ada", "'  Ada Lovelace ', Ada Lovelace", "O’Brien, O’Brien", "李雷, 李雷", "👩‍🚀, 👩‍🚀"})
    void keepsNamesOfAllScripts(String text, String name) {
        assertEquals(name, AccountText.displayName(text, violations));
        assertTrue(violations.list().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "Ada\nBcc: bob@x.test",
                "Ada\r",
                "\tAda",
                "Ada\0",
                "Ada\u2028",
                "Ada\u202egnp.exe",
                "Ada\u2066",
                "Ada\u001b[2J",
                "Ada\uD83D",
                "Ada\uE000"
            })
    void refusesNamesThatAreNotOneLineOfText(String text) {
        String name = AccountText.displayName(text, violations);
        assertFalse(violations.list().isEmpty(), name);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "EN-gb, en-GB", "de-AT, de-AT", "id, id", "zh-hant-tw, zh-Hant-TW"})
    void spellsLanguageTagsInOneWay(String text, String tag) {
        assertEquals(tag, AccountText.locale(text, violations));
        assertTrue(violations.list().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "english",
                "en_GB_x_y_z_1_2",
                "e",
                "en-",
                "../../etc/passwd",
                "und",
                "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee"
            })
    void refusesWhatIsNoLanguageTag(String text) {
        String tag = AccountText.locale(text, violations);
        assertFalse(violations.list().isEmpty(), tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Jakarta", "Europe/Berlin", "Etc/GMT+8"})
    void takesZonesOfTheDatabase(String zone) {
        assertEquals(zone, AccountText.timeZone(zone, violations));
        assertTrue(violations.list().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+07:00", "WIB", "asia/jakarta", "Europe/Atlantis", "../UTC"})
    void refusesOffsetsAndZonesThatAreNot(String zone) {
        String kept = AccountText.timeZone(zone, violations);
        assertFalse(violations.list().isEmpty(), kept);
    }
}
