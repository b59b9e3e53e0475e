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

/** Adds to every operation of the OpenAPI document the problems that any request can be answered with. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedProblems implements OASFilter {
    private static final String SCHEMA = "Problem";
    private static final String API = "/api/v1/";
    private static final String FIRST_FAILURE = "400";
    private static final Map<String, String> ALWAYS =
            Map.of("400", "Malformed request", "500", "Internal server error", "503", "Service unavailable");
    private static final Map<String, String> WITH_TOKEN = Map.of("401", "Unauthorized", "403", "Forbidden");
    private static final Map<String, String> WITH_BODY =
            Map.of("413", "Content too large", "415", "Unsupported media type", "422", "Validation failed");
    private static final Map<String, String> CONDITIONAL =
            Map.of("412", "Precondition failed", "428", "Precondition required: send If-Match");

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

    /** Failures that only this operation names: the body of each is a problem. Pages in HTML are left out. */
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
            problems.put("404", "Not found");
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

    /** Keeps what the operation declares and adds the body where there is none. */
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
                .addProperty("message", text("For people"))
                .addProperty("parameters", object().description("What a translation of the message needs"));
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
