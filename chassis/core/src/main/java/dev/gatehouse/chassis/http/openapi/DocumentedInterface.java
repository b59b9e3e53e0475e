package dev.gatehouse.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the OpenAPI document what foreign tools ask of it: servers, an operation id and a security requirement
 * for every operation (an empty list where no token is needed), a schema for every header and parameter, and whether a
 * body is required, which it is unless the operation says otherwise.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedInterface implements OASFilter {
    /** Keeps no state. */
    public DocumentedInterface() {}

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setServers(List.of(OASFactory.createServer()
                .url("/")
                .description("The public origin, under which all services are reached")));
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach(DocumentedInterface::complete);
        }
    }

    private static void complete(String path, PathItem item) {
        complete(item.getParameters());
        item.getOperations().forEach((method, operation) -> complete(path, method, operation));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(operationId(path, method));
        }
        if (operation.getSecurity() == null) {
            operation.setSecurity(List.of());
        }
        RequestBody body = operation.getRequestBody();
        if (body != null && body.getRequired() == null) {
            body.setRequired(true);
        }
        complete(operation.getParameters());
        if (operation.getResponses() != null) {
            operation.getResponses().getAPIResponses().values().forEach(DocumentedInterface::complete);
        }
    }

    private static void complete(@Nullable List<Parameter> parameters) {
        Stream.ofNullable(parameters)
                .flatMap(List::stream)
                .filter(parameter -> parameter.getRef() == null && parameter.getSchema() == null)
                .forEach(parameter -> parameter.setSchema(text()));
    }

    private static void complete(APIResponse response) {
        if (response.getContent() != null) {
            response.getContent().getMediaTypes().forEach(DocumentedInterface::complete);
        }
        Map<String, Header> headers = response.getHeaders();
        if (headers != null) {
            headers.values().stream()
                    .filter(header -> header.getRef() == null && header.getSchema() == null)
                    .forEach(header -> header.setSchema(text()));
        }
    }

    private static void complete(String mediaType, MediaType content) {
        if (mediaType.startsWith("text/") && content.getSchema() == null) {
            content.setSchema(text());
        }
    }

    /** From method and path, which name an operation once in the whole suite: {@code getAgentSessionsById}. */
    private static String operationId(String path, PathItem.HttpMethod method) {
        String name = Stream.of(path.replace("/api/v1", "").split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{")
                        ? "By" + camel(segment.substring(1, segment.length() - 1))
                        : camel(segment))
                .collect(Collectors.joining());
        return method.name().toLowerCase(Locale.ROOT) + name;
    }

    private static String camel(String segment) {
        return Stream.of(segment.split("[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
