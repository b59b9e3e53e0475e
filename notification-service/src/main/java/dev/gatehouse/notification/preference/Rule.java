package dev.gatehouse.notification.preference;

/**
 * What holds for one kind of notification.
 *
 * @param mandatory whether agents may not switch it off; implies both of the others
 */
record Rule(boolean email, boolean inApp, boolean mandatory) {
    /** What holds before any administrator chose. */
    static final Rule CHOSEN = new Rule(true, true, false);

    static final Rule MANDATORY = new Rule(true, true, true);

    Choice choice() {
        return new Choice(email, inApp);
    }
}
