package dev.gatehouse.chassis.mail.message;

import io.quarkus.qute.TemplateException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.SMTPException.EnhancedStatus;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells what passes from what stays, by the reply of the mail server (RFC 5321, section 4.2.1; RFC 3463).
 *
 * <p>The server's "for good" ends a mail only where it judges the recipient or the content. A refused login, sender,
 * greeting or relaying concerns every mail, and ends when the operator mends it: those are tried again.
 */
final class MailFailures {
    /** How the mail client begins its message when the server refused the recipient, or the content. */
    private static final String RECIPIENT_REFUSED = "recipient address not accepted";

    private static final String CONTENT_REFUSED = "sending data failed";

    /** RFC 4954, section 6: the server wants a login before it takes a recipient. */
    private static final int LOGIN_REQUIRED = 530;

    /**
     * Subjects of an enhanced status (RFC 3463) that tell of the server, not of one mailbox; such as relaying denied.
     */
    private static final Set<EnhancedStatus> OF_THE_SERVER =
            EnumSet.of(EnhancedStatus.OTHER_MAIL_SYSTEM, EnhancedStatus.OTHER_NETWORK, EnhancedStatus.OTHER_SECURITY);

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
        MailFailure.Kind kind = refused.isPermanent() && judgesThisMail(refused)
                ? MailFailure.Kind.PERMANENT
                : MailFailure.Kind.TRANSIENT;
        return new MailFailure(kind, "the mail server answered " + refused.getReplyCode(), refused);
    }

    private static boolean judgesThisMail(SMTPException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.startsWith(CONTENT_REFUSED)
                || (message.startsWith(RECIPIENT_REFUSED) && judgesTheMailbox(refused));
    }

    private static boolean judgesTheMailbox(SMTPException refused) {
        return refused.getReplyCode() != LOGIN_REQUIRED && !OF_THE_SERVER.contains(refused.getEnhancedStatus());
    }
}
