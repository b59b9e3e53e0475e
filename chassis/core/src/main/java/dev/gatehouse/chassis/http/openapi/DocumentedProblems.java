package dev.gatehouse.chassis.http.openapi;

import dev.gatehouse.chassis.http.problem.Problems;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Writes into the OpenAPI document what every operation has: the problems that any request can meet. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedProblems implements OASFilter {
    private static final String SCHEMA = "Problem";
    private static final String API = "/api/v1/";
    private static final String FIRST_FAILURE = "400";
    private static final Map<String, String> ALWAYS = Map.of(
            "400", "The request cannot be read", "500", "Something went wrong on our side", "503", "Try again later");
    private static final Map<String, String> WITH_TOKEN =
            Map.of("401", "A valid access token is needed", "403", "This is not allowed");
    private static final Map<String, String> WITH_BODY = Map.of(
            "413", "The body is too large", "415", "The media type is not read", "422", "The request breaks a rule");
    private static final Map<String, String> CONDITIONAL =
            Map.of("412", "It was changed meanwhile", "428", "Say with If-Match which version you are changing");

    /** Keeps no state. */
    public DocumentedProblems() {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(SCHEMA, schema());
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach(DocumentedProblems::complete);
        }
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> complete(path, item, operation));
        if (path.contains(API)) {
            item.getOperations().values().forEach(DocumentedProblems::completeOwn);
        }
    }

    /** What an operation names beyond what all have: every failure of the API is a problem, a page has pages. */
    private static void completeOwn(Operation operation) {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        responses.keySet().stream()
                .filter(status -> status.compareTo(FIRST_FAILURE) >= 0)
                .toList()
                .forEach(status -> complete(operation, status, ""));
    }

    private static void complete(String path, PathItem item, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        Map<String, String> problems = new TreeMap<>(ALWAYS);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            problems.putAll(WITH_TOKEN);
        }
        if (operation.getRequestBody() != null) {
            problems.putAll(WITH_BODY);
        }
        if (path.contains("{")) {
            problems.put("404", "There is no such thing");
        }
        if (isConditional(item.getParameters()) || isConditional(operation.getParameters())) {
            problems.putAll(CONDITIONAL);
        }
        problems.forEach((status, description) -> complete(operation, status, description));
    }

    private static boolean isConditional(@Nullable List<Parameter> parameters) {
        return parameters != null
                && parameters.stream()
                        .anyMatch(parameter -> parameter.getIn() == Parameter.In.HEADER
                                && HttpHeaders.IF_MATCH.equalsIgnoreCase(parameter.getName()));
    }

    /** What an operation says by itself stands; only its body is given where there is none. */
    private static void complete(Operation operation, String status, String description) {
        APIResponse own = operation.getResponses().getAPIResponse(status);
        APIResponse response = own == null ? OASFactory.createAPIResponse().description(description) : own;
        if (response.getContent() == null && response.getRef() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            Problems.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(SCHEMA))));
        }
        operation.getResponses().addAPIResponse(status, response);
    }

    private static Schema schema() {
        Schema violation = object().addProperty("field", text("The property as it was sent"))
                .addProperty("code", text("Stable, in kebab case"))
                .addProperty("message", text("For people"));
        return object().description("RFC 9457")
                .addProperty("type", text("urn:gatehouse:problem:…"))
                .addProperty("title", text("The same for every occasion of this type"))
                .addProperty("status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)))
                .addProperty("detail", text("About this occasion"))
                .addProperty("traceId", text("By which operators find the occasion"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .description("Only with validation-failed")
                                .items(violation))
                .required(List.of("type", "title", "status", "detail", "traceId"));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).description(description);
    }
}
