package dev.gatehouse.iptrust.settings;

/** How an edit, or its confirmation, ended. */
sealed interface SettingsChangeOutcome {
    /** The settings stand as asked for, whether or not that was a change. */
    record Stands(StoredSettings settings) implements SettingsChangeOutcome {}

    /** Somebody else edited them first. */
    record Stale() implements SettingsChangeOutcome {}

    /** It would turn IP trust on, and it is not proven that mail reaches who asks. */
    record MailNotProven() implements SettingsChangeOutcome {}

    /** It would turn IP trust on, and the address of who asks can neither be trusted nor lies in a trusted network. */
    record OwnAddressUntrustable() implements SettingsChangeOutcome {}

    /** There is nothing to confirm. */
    record NothingToConfirm() implements SettingsChangeOutcome {}
}
