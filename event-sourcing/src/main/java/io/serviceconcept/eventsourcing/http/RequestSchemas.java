package io.serviceconcept.eventsourcing.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;

/**
 * The schemas of request bodies, taken from this service's own OpenAPI document: what is documented is what is checked.
 */
@ApplicationScoped
class RequestSchemas {

    private final OpenApiDocumentService documents;
    private final ObjectMapper mapper;
    private final Map<Class<?>, JsonSchema> schemas = new ConcurrentHashMap<>();

    RequestSchemas(OpenApiDocumentService documents, ObjectMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    /** All that is wrong with the JSON, empty when it is of the shape of the record. */
    List<Violation> violations(JsonNode json, Class<?> type) {
        Set<ValidationMessage> messages = schemas.computeIfAbsent(type, this::compile).validate(json);
        return messages.stream().map(RequestSchemas::violation).distinct().toList();
    }

    private static Violation violation(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        String pointer = message.getProperty() == null ? at : at + '/' + escaped(message.getProperty());
        return switch (message.getType()) {
            case "additionalProperties", "unevaluatedProperties" -> new Violation(pointer, "is not a known field");
            case "required" -> new Violation(pointer, "is required");
            default -> new Violation(pointer, withoutLocation(message.getMessage()));
        };
    }

    private static String withoutLocation(String message) {
        return message.substring(message.indexOf(": ") + 1).strip();
    }

    private static String escaped(String property) {
        return property.replace("~", "~0").replace("/", "~1");
    }

    private JsonSchema compile(Class<?> type) {
        Schema named = type.getAnnotation(Schema.class);
        String name = named == null || named.name().isEmpty() ? type.getSimpleName() : named.name();
        try {
            JsonNode components = mapper
                    .readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))
                    .path("components");
            if (components.path("schemas").path(name).isMissingNode()) {
                throw new IllegalStateException("the OpenAPI document has no schema " + name);
            }
            ObjectNode schema = mapper.createObjectNode().put("$ref", "#/components/schemas/" + name);
            schema.set("components", components);
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true)
                    .locale(java.util.Locale.ENGLISH)
                    .pathType(com.networknt.schema.PathType.JSON_POINTER).build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
