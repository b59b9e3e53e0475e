package dev.gatehouse.localstack.secret;

import dev.gatehouse.localstack.folder.OwnerOnly;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The stack's own secrets by name: made at the first use, kept in a file that only its owner can read. */
public final class Secrets {
    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 24;

    private final Optional<Path> file;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> known = new TreeMap<>();

    private Secrets(Optional<Path> file) {
        this.file = file;
    }

    /** Secrets that live as long as this process. */
    public static Secrets forThisRunOnly() {
        return new Secrets(Optional.empty());
    }

    /** Secrets that are kept in {@code file}, which is read now and written at every new secret. */
    public static Secrets keptIn(Path file) throws IOException {
        Secrets secrets = new Secrets(Optional.of(file));
        if (Files.exists(file)) {
            Properties read = new Properties();
            read.load(new StringReader(Files.readString(file)));
            read.stringPropertyNames().forEach(name -> secrets.known.put(name, read.getProperty(name)));
        }
        return secrets;
    }

    /** A 256-bit key in Base64. */
    public synchronized String key(String name) throws IOException {
        return named(name, () -> Base64.getEncoder().encodeToString(bytes(KEY_BYTES)));
    }

    /** A password of 32 characters that needs no quoting anywhere. */
    public synchronized String password(String name) throws IOException {
        return named(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES)));
    }

    private String named(String name, Supplier<String> make) throws IOException {
        String present = known.get(name);
        if (present != null) {
            return present;
        }
        String made = make.get();
        known.put(name, made);
        if (file.isPresent()) {
            OwnerOnly.write(file.get(), lines());
        }
        return made;
    }

    private String lines() {
        return known.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
