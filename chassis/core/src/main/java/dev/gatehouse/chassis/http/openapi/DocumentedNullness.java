package dev.gatehouse.chassis.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the OpenAPI document which properties may be {@code null} and which are always there, from the nullness
 * of the record components, so that generated clients get exact types.
 *
 * <p>Absent values of an answer are written as {@code null}, so every property of an answer is required. A request
 * names its required properties itself.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedNullness implements OASFilter {
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName JSON_UNWRAPPED =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final Set<String> PAGE = Set.of("items", "nextCursor");

    private final Map<String, List<ClassInfo>> records;

    /** For the classes of this index. */
    public DocumentedNullness(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(DocumentedNullness::name));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null
                || document.getComponents() == null
                || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = sent(document, schemas);
        schemas.forEach((name, schema) -> complete(name, schema, sent.contains(name)));
    }

    private void complete(String name, Schema schema, boolean sent) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        if (properties.keySet().equals(PAGE)) {
            allowNull(schema, "nextCursor");
            schema.setRequired(List.of("items", "nextCursor"));
            return;
        }
        records.getOrDefault(name, List.of()).stream()
                .filter(type -> declares(type, properties.keySet()))
                .findFirst()
                .ifPresent(type -> complete(schema, type, sent));
    }

    /** Records of several packages may have the same name: the one whose components are all properties is meant. */
    private static boolean declares(ClassInfo type, Set<String> properties) {
        return type.recordComponents().stream()
                .map(RecordComponentInfo::name)
                .filter(name -> !annotated(type, name, JSON_UNWRAPPED))
                .allMatch(properties::contains);
    }

    /** Annotations of Jackson are kept with the field of a record component. */
    private static boolean annotated(ClassInfo type, String component, DotName annotation) {
        FieldInfo field = type.field(component);
        return field != null && field.hasAnnotation(annotation);
    }

    private static void complete(Schema schema, ClassInfo type, boolean sent) {
        removeUnwrapped(schema, type);
        Set<String> required = new HashSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
        List<String> always = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            String name = component.name();
            if (!schema.getProperties().containsKey(name)) {
                continue;
            }
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            if (nullable && !(sent && required.contains(name))) {
                allowNull(schema, name);
            }
            if (sent ? required.contains(name) || !nullable : !annotated(type, name, JSON_INCLUDE)) {
                always.add(name);
            }
        }
        if (!always.isEmpty()) {
            schema.setRequired(always);
        }
    }

    /** The properties of an unwrapped component come from the schema that {@code allOf} names. */
    private static void removeUnwrapped(Schema schema, ClassInfo type) {
        if (schema.getAllOf() != null) {
            List.copyOf(schema.getProperties().keySet()).stream()
                    .filter(name -> type.recordComponent(name) == null)
                    .forEach(schema::removeProperty);
        }
    }

    private static void allowNull(Schema schema, String name) {
        Schema property = schema.getProperties().get(name);
        if (property == null) {
            return;
        }
        if (property.getRef() != null) {
            schema.addProperty(
                    name,
                    OASFactory.createSchema()
                            .anyOf(List.of(
                                    OASFactory.createSchema().ref(property.getRef()),
                                    OASFactory.createSchema().type(List.of(Schema.SchemaType.NULL))))
                            .description(property.getDescription()));
        } else if (property.getType() != null && !property.getType().contains(Schema.SchemaType.NULL)) {
            property.addType(Schema.SchemaType.NULL);
        }
    }

    /** Names of the schemas that requests are made of. */
    private static Set<String> sent(OpenAPI document, Map<String, Schema> schemas) {
        Deque<Schema> open = new ArrayDeque<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> Stream.ofNullable(operation.getRequestBody()))
                .flatMap(body -> Stream.ofNullable(body.getContent()))
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(open::add);
        Set<String> names = new HashSet<>();
        while (!open.isEmpty()) {
            Schema schema = open.remove();
            String reference = schema.getRef();
            if (reference != null) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                if (names.add(name)) {
                    Stream.ofNullable(schemas.get(name)).forEach(open::add);
                }
            }
            parts(schema).forEach(open::add);
        }
        return names;
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Stream.ofNullable(schema.getProperties()).flatMap(all -> all.values().stream()),
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()))
                .flatMap(each -> each);
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
