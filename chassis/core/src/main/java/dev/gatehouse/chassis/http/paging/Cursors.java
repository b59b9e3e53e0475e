package dev.gatehouse.chassis.http.paging;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Opaque positions in lists that only this service can make: a position is the key of the last row, so a client that
 * could write one could probe for rows.
 */
@ApplicationScoped
public class Cursors {
    private static final int MAC_BYTES = 16;
    private static final int MAX_LENGTH = 2048;

    private final SecretKey key;

    @Inject
    Cursors(DerivedKeys keys) {
        this(keys.key("paging.cursors"));
    }

    Cursors(SecretKey key) {
        this.key = key;
    }

    /** The position behind the row with these key parts; good for this list only. */
    public String sign(String list, String... keyParts) {
        byte[] position = encode(List.of(keyParts));
        byte[] signed = ByteBuffer.allocate(MAC_BYTES + position.length)
                .put(mac(list, position))
                .put(position)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The key parts of a position that was signed for this list; empty for anything else. */
    public Optional<List<String>> open(String list, String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return decode(cursor).filter(signed -> genuine(list, signed)).map(Cursors::parts);
    }

    private boolean genuine(String list, byte[] signed) {
        byte[] position = Arrays.copyOfRange(signed, MAC_BYTES, signed.length);
        return Macs.equal(Arrays.copyOf(signed, MAC_BYTES), mac(list, position));
    }

    private byte[] mac(String list, byte[] position) {
        byte[] name = list.getBytes(StandardCharsets.UTF_8);
        byte[] message = ByteBuffer.allocate(Integer.BYTES + name.length + position.length)
                .putInt(name.length)
                .put(name)
                .put(position)
                .array();
        return Arrays.copyOf(Macs.hmacSha256(key, message), MAC_BYTES);
    }

    private static Optional<byte[]> decode(String cursor) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            return signed.length < MAC_BYTES ? Optional.empty() : Optional.of(signed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] encode(List<String> parts) {
        List<byte[]> texts = parts.stream()
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = texts.stream().mapToInt(text -> Short.BYTES + text.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(length);
        texts.forEach(text -> buffer.putShort((short) text.length).put(text));
        return buffer.array();
    }

    private static List<String> parts(byte[] signed) {
        ByteBuffer buffer = ByteBuffer.wrap(signed, MAC_BYTES, signed.length - MAC_BYTES);
        List<String> parts = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] text = new byte[Short.toUnsignedInt(buffer.getShort())];
            buffer.get(text);
            parts.add(new String(text, StandardCharsets.UTF_8));
        }
        return parts;
    }
}
