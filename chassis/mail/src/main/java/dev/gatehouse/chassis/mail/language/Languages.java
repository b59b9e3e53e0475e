package dev.gatehouse.chassis.mail.language;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that people are spoken to in; English where theirs is not among them. */
public final class Languages {
    /** English, German, Indonesian. */
    public static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("id"));

    private Languages() {}

    /** The supported language for a BCP 47 tag, such as the locale of an account. */
    public static Locale of(@Nullable String tag) {
        return tag == null ? Locale.ENGLISH : closest(Locale.forLanguageTag(tag));
    }

    /** The supported language that an {@code Accept-Language} header prefers. */
    public static Locale accepted(@Nullable String header) {
        if (header == null || header.length() > 512) {
            return Locale.ENGLISH;
        }
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED);
            return match == null ? Locale.ENGLISH : match;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    /** The texts of this bundle in the supported language closest to this locale. */
    public static <T> T messages(Class<T> bundle, Locale locale) {
        Locale language = closest(locale);
        return language.equals(Locale.ENGLISH)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.toLanguageTag()));
    }

    private static Locale closest(Locale locale) {
        return SUPPORTED.stream()
                .filter(supported -> supported.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
