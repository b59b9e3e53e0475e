package dev.gatehouse.auth.login.password;

/** How a sign-in ended, for the count. */
public enum LoginResult {
    /** With a session at once. */
    GRANTED("granted"),
    /** With something more to do. */
    CHALLENGED("challenged"),
    /** With a session after that. */
    COLLECTED("collected"),
    /** Refused. */
    REFUSED("refused");

    private final String tag;

    LoginResult(String tag) {
        this.tag = tag;
    }

    /** The value of the tag. */
    @Override
    public String toString() {
        return tag;
    }
}
