package io.serviceconcept.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document out of the services' own. Nothing is overwritten: one name with two meanings is a clash. A path
 * that the gateway would not send to the service that describes it is left out.
 */
final class OpenApiMerge {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SCHEME = "accessToken";

    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final Map<String, String> operationIds = new HashMap<>();
    private final List<String> clashes = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** Adds what a service says of itself. */
    void add(Service service, JsonNode document) {
        document.path("paths").properties().forEach(path -> addPath(service, path.getKey(), path.getValue()));
        document.path("components").properties().stream()
                .filter(section -> !section.getKey().equals("securitySchemes"))
                .forEach(section -> section.getValue().properties()
                        .forEach(named -> addNamed(components.computeIfAbsent(section.getKey(), key -> new TreeMap<>()),
                                section.getKey() + "/" + named.getKey(), named.getKey(), named.getValue())));
        document.path("tags").forEach(tag -> addNamed(tags, "tags/" + tag.path("name").asText(),
                tag.path("name").asText(), tag));
    }

    /** What has two meanings; the document is not to be used unless this is empty. */
    List<String> clashes() {
        return List.copyOf(clashes);
    }

    /** Paths that a service describes and the gateway does not send to it. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    ObjectNode document() {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info").put("title", "Service Concept Platform").put("version", "1.0.0")
                .put("description", "Decide, deliver, measure, learn, decide again: the service concept as a running loop.");
        info.putObject("contact").put("name", "Service Concept Platform").put("url", "https://serviceconcept.io")
                .put("email", "api@serviceconcept.io");
        info.putObject("license").put("name", "Apache License 2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray(SCHEME);
        document.putArray("tags").addAll(tags.values());
        document.putObject("paths").setAll(paths);
        ObjectNode sections = document.putObject("components");
        components.forEach((section, named) -> sections.putObject(section).setAll(named));
        sections.putObject("securitySchemes").putObject(SCHEME).put("type", "http").put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "An OpenID Connect access token for the audience service-concept-api.");
        return document;
    }

    private void addPath(Service service, String path, JsonNode item) {
        if (!(Destination.of(path) instanceof Destination.ToService(Service routed, _)) || routed != service) {
            leftOut.add(service.title() + " " + path);
            return;
        }
        if (paths.put(path, item) != null) {
            clashes.add("paths/" + path);
        }
        item.properties().stream().map(Map.Entry::getValue)
                .filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .forEach(operation -> addOperation(path, operation));
    }

    private void addOperation(String path, ObjectNode operation) {
        String id = operation.path("operationId").asText();
        if (!id.isEmpty() && operationIds.put(id, path) != null) {
            clashes.add("operationId " + id);
        }
        // the services have a name each for what is one scheme here; none at all means no token
        operation.path("security").forEach(requirement -> requirement.properties().stream().findFirst()
                .ifPresent(scheme -> ((ObjectNode) requirement).removeAll().set(SCHEME, scheme.getValue())));
    }

    private void addNamed(Map<String, JsonNode> known, String what, String name, JsonNode content) {
        JsonNode before = known.putIfAbsent(name, content);
        if (before != null && !before.equals(content)) {
            clashes.add(what);
        }
    }
}
