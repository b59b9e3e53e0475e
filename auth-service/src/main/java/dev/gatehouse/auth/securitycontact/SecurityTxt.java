package dev.gatehouse.auth.securitycontact;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a security.txt (RFC 9116), read from the configuration and validated.
 *
 * @param contacts best first, never empty
 * @param languages BCP 47 tags
 * @param canonical where it is served; only where the origin is https, since RFC 9116 asks for that
 */
record SecurityTxt(List<URI> contacts, List<String> languages, Optional<URI> policy, Optional<URI> canonical) {
    /** Where it is served (RFC 9116, section 3). */
    static final String PATH = "/.well-known/security.txt";

    private static final String CONTACTS = "GATEHOUSE_AUTH_SECURITYCONTACT_CONTACTS";
    private static final String LANGUAGES = "GATEHOUSE_AUTH_SECURITYCONTACT_LANGUAGES";
    private static final String POLICY = "GATEHOUSE_AUTH_SECURITYCONTACT_POLICY";
    private static final Pattern MAILBOX = Pattern.compile("[^@/?]{1,64}+@[^@/?]{1,255}+(?:\\?.*)?");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9().-]{3,}");
    /** RFC 9116, section 2.5.5, recommends less than a year. */
    private static final Period GOOD_FOR = Period.ofDays(90);

    /** Empty if no contact is configured; throws with a sentence for the operator if the configuration is invalid. */
    static Optional<SecurityTxt> read(SecurityContactConfig config, URI origin) {
        List<URI> contacts = config.contacts().orElse(List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(SecurityTxt::contact)
                .toList();
        if (contacts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SecurityTxt(
                contacts,
                config.languages().stream().map(SecurityTxt::language).toList(),
                config.policy()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(SecurityTxt::page),
                Optional.of(origin.resolve(PATH)).filter(SecurityTxt::isSecurePage)));
    }

    /**
     * The text as it is served now. It expires 90 days after today: the service that serves it has read the contact
     * from its configuration, so the contact is known to be good today however long the service has been running, and
     * whoever keeps a copy learns when to fetch it again. The whole day gives all replicas the same text.
     */
    String text(Instant now) {
        StringBuilder text = new StringBuilder();
        contacts.forEach(contact -> line(text, "Contact", contact.toString()));
        line(text, "Expires", expires(now).toString());
        line(text, "Preferred-Languages", String.join(", ", languages));
        canonical.ifPresent(place -> line(text, "Canonical", place.toString()));
        policy.ifPresent(page -> line(text, "Policy", page.toString()));
        return text.toString();
    }

    private static Instant expires(Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(GOOD_FOR)
                .toInstant();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static URI contact(String text) {
        URI contact = uri(text);
        if (contact == null || !(isMail(contact) || isSecurePage(contact) || isTelephone(contact))) {
            throw invalid(CONTACTS + " has \"" + text
                    + "\", which is neither mailto:name@example.org nor https://… nor tel:+…");
        }
        return contact;
    }

    private static URI page(String text) {
        URI page = uri(text);
        if (page == null || !isSecurePage(page)) {
            throw invalid(POLICY + " is \"" + text + "\", which is no https://… address of a page");
        }
        return page;
    }

    private static String language(String text) {
        try {
            return new Locale.Builder().setLanguageTag(text.strip()).build().toLanguageTag();
        } catch (IllformedLocaleException noTag) {
            throw invalid(LANGUAGES + " has \"" + text + "\", which is no tag of a language such as en or pt-BR");
        }
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException none) {
            return null;
        }
    }

    private static boolean isMail(URI contact) {
        return "mailto".equalsIgnoreCase(contact.getScheme())
                && MAILBOX.matcher(contact.getRawSchemeSpecificPart()).matches();
    }

    private static boolean isTelephone(URI contact) {
        return "tel".equalsIgnoreCase(contact.getScheme())
                && NUMBER.matcher(contact.getRawSchemeSpecificPart()).matches();
    }

    private static boolean isSecurePage(URI page) {
        return "https".equalsIgnoreCase(page.getScheme()) && page.getHost() != null;
    }

    private static RefusedSetting invalid(String sentence) {
        return new RefusedSetting("security.txt cannot be served: " + sentence);
    }
}
