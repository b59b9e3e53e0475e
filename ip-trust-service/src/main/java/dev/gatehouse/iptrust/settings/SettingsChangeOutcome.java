package dev.gatehouse.iptrust.settings;

/** The outcome of an edit or of its confirmation. */
sealed interface SettingsChangeOutcome {
    /** The settings are as requested, changed or not. */
    record Stored(StoredSettings settings) implements SettingsChangeOutcome {}

    /** The edit is based on an old version. */
    record Stale() implements SettingsChangeOutcome {}

    /** The edit would enable IP trust without a mail proof of the administrator. */
    record MailNotProven() implements SettingsChangeOutcome {}

    /** The edit would enable IP trust from an address that cannot be trusted and is in no trusted network. */
    record AddressNotTrustable() implements SettingsChangeOutcome {}

    /** Nothing waits for a confirmation. */
    record NothingToConfirm() implements SettingsChangeOutcome {}
}
