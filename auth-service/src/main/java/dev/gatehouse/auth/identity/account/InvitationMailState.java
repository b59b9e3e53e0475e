package dev.gatehouse.auth.identity.account;

/** What became of the mail that invites the owner of an account. */
public enum InvitationMailState {
    /** It is about to be sent. */
    QUEUED("queued"),
    /** The mail server took it. */
    SENT("sent"),
    /** It could not be sent: nobody can accept the invitation. */
    FAILED("failed");

    private final String wireName;

    InvitationMailState(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
