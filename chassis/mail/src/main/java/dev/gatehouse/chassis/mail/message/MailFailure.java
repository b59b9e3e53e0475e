package dev.gatehouse.chassis.mail.message;

/** A mail did not go out; whether trying again later can help is what the caller decides by. */
public final class MailFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    MailFailure(Kind kind, String reason, Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    MailFailure(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    /** Whether trying again can help. */
    public Kind kind() {
        return kind;
    }

    /** Why, without the address and without what the mail says; fit for a log and for an administrator. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether trying again can help. */
    public enum Kind {
        /** The server was away or asked to come back later: try again. */
        TRANSIENT,
        /** The server refused this mail for good, or it could never be sent. */
        PERMANENT
    }
}
