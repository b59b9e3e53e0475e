package dev.gatehouse.testbed.suite;

/** User agents as they name themselves. */
public final class UserAgents {
    public static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private UserAgents() {}
}
