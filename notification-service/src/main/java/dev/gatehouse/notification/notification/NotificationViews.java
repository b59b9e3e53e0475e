package dev.gatehouse.notification.notification;

import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.template.InAppText;
import dev.gatehouse.notification.template.NotificationTexts;
import dev.gatehouse.notification.template.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** Notifications as their owner reads them. */
@ApplicationScoped
class NotificationViews {
    /** For an account whose token is here before its state is. */
    private static final Reader NOT_KNOWN_YET = new Reader("", Locale.ENGLISH, ZoneOffset.UTC);

    private final Accounts accounts;
    private final NotificationTexts texts;

    NotificationViews(Accounts accounts, NotificationTexts texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Joins the session that is going on. */
    Uni<Reader> reader(UUID accountId) {
        return accounts.find(accountId)
                .map(found -> found.map(NotificationViews::reader).orElse(NOT_KNOWN_YET));
    }

    NotificationResponse item(NotificationRow row, Reader reader) {
        InAppText text = texts.inApp(row.facts(), reader);
        return new NotificationResponse(
                row.id,
                row.kind,
                row.createdAt,
                row.readAt,
                text.title(),
                text.text(),
                row.ip,
                row.hostname,
                row.eventId);
    }

    private static Reader reader(Recipient recipient) {
        return new Reader(recipient.displayName(), recipient.locale(), recipient.timeZone());
    }
}
