package dev.gatehouse.chassis.http.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body without repeating the words of the parser, which quote classes and content. */
final class JsonFaults {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private JsonFaults() {}

    static ProblemException of(JacksonException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                new ProblemException(ProblemType.UNKNOWN_PROPERTY, unknown(unknown));
            case StreamConstraintsException tooMuch ->
                new ProblemException(
                        ProblemType.MALFORMED_REQUEST, "The JSON is nested too deeply, or a value in it is too long.");
            case JsonMappingException unbound when unbound.getCause() instanceof ProblemException problem -> problem;
            case JsonMappingException unbound -> new ProblemException(ProblemType.MALFORMED_REQUEST, unbound(unbound));
            default -> new ProblemException(ProblemType.MALFORMED_REQUEST, "The body is not valid JSON.");
        };
    }

    private static String unknown(UnrecognizedPropertyException unknown) {
        String name = unknown.getPropertyName();
        return NAME.matcher(name).matches()
                ? "The property " + path(unknown) + " is not known here."
                : "A property of the request is not known here.";
    }

    private static String unbound(JsonMappingException unbound) {
        String path = path(unbound);
        return path.isEmpty()
                ? "The JSON has not the form that is expected here."
                : "The value of " + path + " is missing or has the wrong type or form.";
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream().map(JsonFaults::step).collect(Collectors.joining("."));
    }

    private static String step(JsonMappingException.Reference reference) {
        String name = reference.getFieldName();
        if (name == null) {
            return Integer.toString(reference.getIndex());
        }
        return NAME.matcher(name).matches() ? name : "?";
    }
}
