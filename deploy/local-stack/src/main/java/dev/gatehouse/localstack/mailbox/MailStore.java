package dev.gatehouse.localstack.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The mails, newest first, each a file of its own: {@code <id>.eml}, whose first header names the envelope's recipient.
 *
 * <p>Ids sort by arrival. Beyond {@value #MOST} mails the oldest go.
 */
final class MailStore {
    static final int MOST = 20_000;
    private static final String RECIPIENT_HEADER = "X-Envelope-To: ";

    private final Path folder;
    private final ConcurrentSkipListMap<String, StoredMail> byId =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final AtomicLong lastNumber = new AtomicLong();

    private MailStore(Path folder) {
        this.folder = folder;
    }

    static MailStore in(Path folder) throws IOException {
        Files.createDirectories(folder);
        MailStore store = new MailStore(folder);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".eml")).forEach(store::read);
        }
        return store;
    }

    /** The mail is on disk before it can be seen. */
    void keep(String recipient, byte[] message) {
        String id = nextId();
        byte[] header = (RECIPIENT_HEADER + recipient.replaceAll("\\p{Cntrl}", "") + "\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] raw = new byte[header.length + message.length];
        System.arraycopy(header, 0, raw, 0, header.length);
        System.arraycopy(message, 0, raw, header.length, message.length);
        try {
            Files.write(fileOf(id), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byId.put(id, MailParser.parse(id, recipient, Instant.now(), raw));
        dropOldest();
    }

    List<StoredMail> all() {
        return List.copyOf(byId.values());
    }

    List<StoredMail> sentTo(String address) {
        return byId.values().stream().filter(mail -> mail.isFor(address)).toList();
    }

    Optional<StoredMail> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The raw mail; only ids that {@link #find} knows lead to a file. */
    Optional<byte[]> source(String id) throws IOException {
        return byId.containsKey(id) ? Optional.of(Files.readAllBytes(fileOf(id))) : Optional.empty();
    }

    void clear() throws IOException {
        for (String id : List.copyOf(byId.keySet())) {
            byId.remove(id);
            Files.deleteIfExists(fileOf(id));
        }
    }

    private void read(Path file) {
        try {
            byte[] raw = Files.readAllBytes(file);
            String id = file.getFileName().toString().replace(".eml", "");
            String firstLine = new String(raw, java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            String recipient =
                    firstLine.startsWith(RECIPIENT_HEADER) ? firstLine.substring(RECIPIENT_HEADER.length()) : "";
            Instant receivedAt = Files.getLastModifiedTime(file).toInstant();
            byId.put(id, MailParser.parse(id, recipient, receivedAt, raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dropOldest() {
        while (byId.size() > MOST) {
            var oldest = byId.pollLastEntry();
            if (oldest != null) {
                fileOf(oldest.getKey()).toFile().delete();
            }
        }
    }

    /** Microseconds since the epoch, moved on by one where two mails arrive in the same. */
    private String nextId() {
        Instant now = Instant.now();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        return Long.toString(lastNumber.updateAndGet(last -> Math.max(last + 1, micros)));
    }

    private Path fileOf(String id) {
        return folder.resolve(id + ".eml");
    }
}
