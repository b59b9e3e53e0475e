package dev.gatehouse.chassis.mail.language;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one bundle in one language.
 *
 * <p>A bundle {@code messages/notices} is the files {@code messages/notices.properties} (English),
 * {@code notices_de.properties} and {@code notices_id.properties} in UTF-8. Every text is a {@link MessageFormat}
 * pattern, also one without arguments: an apostrophe is written twice.
 */
public final class Texts {
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts of this bundle in the supported language closest to this locale. */
    public static Texts of(String bundle, Locale locale) {
        Locale language = Languages.of(locale.toLanguageTag());
        ClassLoader resources = Thread.currentThread().getContextClassLoader();
        return new Texts(ResourceBundle.getBundle(bundle, language, resources, ENGLISH_OTHERWISE), language);
    }

    /** The text with this key; a missing key is a fault of the build and throws. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The language that the texts are in. */
    public Locale locale() {
        return locale;
    }
}
