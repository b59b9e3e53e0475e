package dev.gatehouse.localstack.mailbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The recipient of a mail: the mail server asks for a user, and this one puts everything into the store. */
final class Recipient implements GreenMailUser {
    private final String address;
    private final MailStore store;

    Recipient(String address, MailStore store) {
        this.address = address;
        this.store = store;
    }

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            store.keep(address, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail could not be read", e);
        }
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getQualifiedMailboxName() {
        return address;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("recipients do not sign in");
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException("recipients do not sign in");
    }

    @Override
    public void create() {
        // every address exists
    }

    @Override
    public void delete() {
        // no address can be deleted
    }
}
