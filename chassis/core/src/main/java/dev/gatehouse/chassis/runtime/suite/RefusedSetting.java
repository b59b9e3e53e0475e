package dev.gatehouse.chassis.runtime.suite;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The service cannot start with what an operator configured. Quarkus prints the message of such an exception and no
 * stack trace, so it MUST have no cause, and its message MUST name the setting and say what to do.
 */
public final class RefusedSetting extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    /** With the whole sentence. */
    public RefusedSetting(String sentence) {
        super(sentence);
    }
}
