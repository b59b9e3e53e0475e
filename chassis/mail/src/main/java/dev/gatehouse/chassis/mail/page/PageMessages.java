package dev.gatehouse.chassis.mail.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page layout: {@code messages/page_*.properties}. */
@MessageBundle("page")
interface PageMessages {
    /** Whose page this is. */
    @Message
    String foot(String helpdesk);

    /** The page never asks for a password. */
    @Message
    String promise();
}
