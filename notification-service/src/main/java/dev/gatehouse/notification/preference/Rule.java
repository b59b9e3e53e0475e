package dev.gatehouse.notification.preference;

/**
 * What an administrator decided for one kind of notification.
 *
 * @param mandatory agents cannot switch it off; implies both of the others
 */
record Rule(boolean email, boolean inApp, boolean mandatory) {
    /** The rule until an administrator changes it. */
    static final Rule OPTIONAL = new Rule(true, true, false);

    static final Rule MANDATORY = new Rule(true, true, true);

    Choice choice() {
        return new Choice(email, inApp);
    }
}
