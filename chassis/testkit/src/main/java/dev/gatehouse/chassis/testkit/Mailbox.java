package dev.gatehouse.chassis.testkit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.mail.RawMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The mailbox that takes every mail the services send. */
public final class Mailbox {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final URI address;
    private final URI messages;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    private Mailbox(URI address) {
        this.address = address;
        this.messages = address.resolve("/api/messages");
    }

    /** The mailbox whose page is at this address. */
    public static Mailbox at(URI address) {
        return new Mailbox(address);
    }

    /** A mail as it arrived. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Received(String id, String from, String to, String subject, String date, String text, String html) {}

    /** All mail to this address, newest first. */
    public List<Received> to(String address) {
        URI query = URI.create(messages + "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        try {
            return json.readValue(ask(HttpRequest.newBuilder(query).build()), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest mail to this address; waits for the first one. */
    public Received awaitTo(String address) {
        return await(address, "anything", Eventually.LIMIT, mail -> true);
    }

    /** The newest mail to this address whose subject contains this; waits for it. */
    @CanIgnoreReturnValue
    public Received awaitTo(String address, String subject) {
        return await(address, subject, Eventually.LIMIT, mail -> mail.subject().contains(subject));
    }

    /** The newest mail to this address that is wanted; waits for it, and fails with what it should be about. */
    public Received await(String address, String about, Duration limit, Predicate<Received> isWanted) {
        return Awaitility.await("a mail to " + address + " about " + about)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .atMost(limit)
                .until(() -> to(address).stream().filter(isWanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The mail as it went over the wire. */
    public RawMail source(Received mail) {
        URI source = address.resolve("/messages/" + mail.id() + "/source");
        return RawMail.of(ask(HttpRequest.newBuilder(source).build()));
    }

    private String ask(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("The mailbox answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
