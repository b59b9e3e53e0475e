package dev.gatehouse.auth.identity.accountimport;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.auth.identity.account.BulkAccounts;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.contracts.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A line as it was read. */
sealed interface ImportLine {
    /** Its number in the body. */
    long number();

    /**
     * A valid one.
     *
     * @param digest keyed, of what the line says: it may contain the hash of a password
     */
    record Valid(long number, BulkAccounts.Imported account, String digest) implements ImportLine {
        /** What the account is compared by. */
        String key() {
            return account.opening().email().key();
        }
    }

    /** One that breaks a rule. */
    record Invalid(long number, ProblemException why) implements ImportLine {}

    /** Reads lines as strictly as any other body. */
    @ApplicationScoped
    class Reader {
        private final ObjectMapper json;
        private final SecretKey key;

        Reader(ObjectMapper json, DerivedKeys keys) {
            this.json = json;
            this.key = keys.key("account-import");
        }

        ImportLine read(Lines.Line line) {
            Buffer text = line.json();
            if (text == null) {
                return new Invalid(
                        line.number(),
                        new ProblemException(
                                ProblemType.REQUEST_TOO_LARGE, "The line has more than " + Lines.LONGEST + " bytes."));
            }
            try {
                return read(line.number(), json.readValue(text.getBytes(), ImportRequest.class));
            } catch (ProblemException broken) {
                return new Invalid(line.number(), broken);
            } catch (JacksonException fault) {
                return new Invalid(line.number(), ProblemException.of(fault));
            } catch (IOException impossible) {
                throw new IllegalStateException("Bytes in memory can be read", impossible);
            }
        }

        private ImportLine read(long number, @Nullable ImportRequest request) {
            return request == null
                    ? new Invalid(
                            number, new ProblemException(ProblemType.MALFORMED_REQUEST, "The line is no JSON object."))
                    : new Valid(number, request.toImported(), digest(request.parts()));
        }

        /** Each part has its length as prefix, so that different lines never give the same text. */
        private String digest(List<? extends @Nullable String> parts) {
            String message = parts.stream()
                    .map(part -> part == null ? "-" : part.length() + ":" + part)
                    .collect(Collectors.joining("\n"));
            return Macs.hex(Macs.hmacSha256(key, message));
        }
    }
}
