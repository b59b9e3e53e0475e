package dev.gatehouse.localstack.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Reads what a person wants to see out of a raw mail: sender, subject, text and HTML of the first such parts. */
final class MailParser {
    private static final Session SESSION = Session.getInstance(new Properties());

    private MailParser() {}

    static StoredMail parse(String id, String to, Instant receivedAt, byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            return new StoredMail(
                    id,
                    sender(message),
                    to,
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    receivedAt,
                    first(message, "text/plain").orElse(""),
                    first(message, "text/html").orElse(null));
        } catch (MessagingException | IOException e) {
            String source = new String(raw, StandardCharsets.ISO_8859_1);
            return new StoredMail(id, "", to, "(unreadable mail)", receivedAt, source, null);
        }
    }

    private static String sender(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        if (from == null || from.length == 0) {
            return "";
        }
        return from[0] instanceof InternetAddress address ? address.toUnicodeString() : from[0].toString();
    }

    private static Optional<String> first(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = first(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
