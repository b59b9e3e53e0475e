package dev.gatehouse.chassis.mail.message;

import io.quarkus.qute.TemplateException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;

/** Tells what passes from what stays, by the reply of the mail server (RFC 5321, section 4.2.1). */
final class MailFailures {
    private MailFailures() {}

    static MailFailure of(Throwable failure) {
        return switch (failure) {
            case MailFailure known -> known;
            case TemplateException broken ->
                new MailFailure(MailFailure.Kind.PERMANENT, "the mail could not be written", broken);
            case TimeoutException late ->
                new MailFailure(MailFailure.Kind.TRANSIENT, "the mail server did not answer in time", late);
            case SMTPException refused -> refused(refused);
            default -> new MailFailure(MailFailure.Kind.TRANSIENT, "the mail server could not be reached", failure);
        };
    }

    private static MailFailure refused(SMTPException refused) {
        MailFailure.Kind kind = refused.isPermanent() ? MailFailure.Kind.PERMANENT : MailFailure.Kind.TRANSIENT;
        return new MailFailure(kind, "the mail server answered " + refused.getReplyCode(), refused);
    }
}
