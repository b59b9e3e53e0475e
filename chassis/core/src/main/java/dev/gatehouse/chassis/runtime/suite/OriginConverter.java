package dev.gatehouse.chassis.runtime.suite;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads an origin (RFC 6454): scheme, host and port, and nothing else, since links are made by appending a path to it.
 */
public final class OriginConverter implements Converter<URI> {
    private static final long serialVersionUID = 1L;

    /** For the configuration. */
    public OriginConverter() {}

    @Override
    public URI convert(String value) {
        return parsed(value.strip())
                .filter(OriginConverter::isOrigin)
                .orElseThrow(() -> new IllegalArgumentException(
                        "It must be a scheme and a host in lower case, without a path, such as"
                                + " https://helpdesk.example"));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }

    private static boolean isOrigin(URI uri) {
        String written = uri.getScheme() + "://" + uri.getRawAuthority();
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.toString().equals(written.toLowerCase(Locale.ROOT));
    }
}
