package io.serviceconcept.eventsourcing.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.http.Examples;

/**
 * The examples of the running service's OpenAPI document: whether every body has one that is of its schema, and whether
 * the service takes it. Ids that the examples name are replaced by those of what was made before.
 */
public final class DocumentedExamples {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\{([^}]+)}");
    /** What every service has for operators is the kernel's to test. */
    private static final String OPERATIONS = "/v1/operations/";

    private final JsonNode document;
    private final Map<String, Operation> operations = new TreeMap<>();
    private final Map<String, String> exampleIds = Examples.ofAllModules().ids();
    private final Map<String, String> actual = new HashMap<>();
    private final Set<String> done = new TreeSet<>();
    private final Supplier<RequestSpecification> caller;

    private record Operation(String path, String method, JsonNode body, Set<String> answers, boolean takesVersion) {
    }

    /** @param caller somebody who may do everything that is tried */
    public DocumentedExamples(Supplier<RequestSpecification> caller) {
        this.caller = caller;
        try {
            this.document = JSON.readTree(given().get("/q/openapi?format=json").then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("the document is JSON", e);
        }
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("requestBody"))
                .forEach(operation -> operations.put(operation.getValue().path("operationId").asText(),
                        operation(path.getKey(), operation.getKey(), operation.getValue()))));
    }

    private static Operation operation(String path, String method, JsonNode operation) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        operation.path("responses").properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        boolean takesVersion = operation.path("parameters").valueStream()
                .anyMatch(parameter -> parameter.path("name").asText().equalsIgnoreCase("If-Match"));
        return new Operation(path, method, operation.path("requestBody").path("content"), answers.keySet(), takesVersion);
    }

    /** Every body has an example, and it is what its schema says. */
    public void areOfTheirSchemas() {
        assertThat(operations).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        operations.forEach((id, operation) -> operation.body().properties().forEach(content -> {
            JsonNode media = content.getValue();
            if (!media.has("example") && !media.has("examples")) {
                wrong.add(id + " has no example of " + content.getKey());
            } else if (content.getKey().equals("application/json")) {
                violations(media.path("schema"), media.path("example"))
                        .forEach(message -> wrong.add(id + ": " + message));
            }
        }));
        assertThat(wrong).as("operations whose bodies have no right example").isEmpty();
    }

    private List<String> violations(JsonNode schema, JsonNode example) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.path("components"));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole, config).validate(example)
                .stream().map(message -> message.getMessage()).toList();
    }

    /**
     * From now on examples name something else.
     *
     * @param collection as in the examples' {@code ids}
     */
    public void name(String collection, String id) {
        actual.put(collection, id);
    }

    /**
     * Sends the examples in this order, and demands an answer of success that is documented. What was made is what the next
     * ones name.
     */
    public void areTaken(String... operationIds) {
        for (String operationId : operationIds) {
            isTaken(operationId, Map.of());
        }
    }

    public Response isTaken(String operationId, Map<String, ?> query) {
        return isTaken(operationId, query, body -> Map.of());
    }

    /** @param headers what is told beside the body, as a signature of it */
    public Response isTaken(String operationId, Map<String, ?> query, Function<String, Map<String, String>> headers) {
        Operation operation = operations.get(operationId);
        assertThat(operation).as(operationId + " has a body").isNotNull();
        Map.Entry<String, JsonNode> content = operation.body().properties().iterator().next();
        JsonNode example = content.getValue().has("example") ? content.getValue().path("example")
                : content.getValue().path("examples").elements().next().path("value");
        String body = withNames(example.isTextual() ? example.textValue() : example.toString());
        RequestSpecification request = caller.get().queryParams(query).contentType(content.getKey())
                .headers(headers.apply(body)).body(body);
        String path = path(operation.path());
        if (operation.takesVersion()) {
            request.header("If-Match", version(path));
        }
        Response response = request.request(operation.method(), path);
        assertThat(response.statusCode()).as(operationId + " answers " + response.asString()).isBetween(200, 299);
        assertThat(operation.answers()).as(operationId + " documents its answers")
                .contains(Integer.toString(response.statusCode()));
        remember(response.header("Location"));
        done.add(operationId);
        return response;
    }

    /** What an example tells in a field of its own. */
    public String told(String operationId, String field) {
        return operations.get(operationId).body().path("application/json").path("example").path(field).asText();
    }

    private void remember(String location) {
        if (location != null) {
            String[] steps = location.split("/");
            actual.put(steps[steps.length - 2], steps[steps.length - 1]);
        }
    }

    /** The version of what is at this address, or of what it belongs to. */
    private String version(String path) {
        for (String at = path; at.length() > 1; at = at.substring(0, at.lastIndexOf('/'))) {
            String tag = caller.get().get(at).header("ETag");
            if (tag != null) {
                return tag;
            }
        }
        throw new AssertionError("nothing on the way to " + path + " has a version");
    }

    private String path(String template) {
        String path = template;
        for (Matcher matcher = PARAMETER.matcher(path); matcher.find(); matcher = PARAMETER.matcher(path)) {
            String own = matcher.group(2) + "s";
            String key = actual.containsKey(own) || exampleIds.containsKey(own) ? own : matcher.group(1);
            assertThat(actual).as("what " + template + " speaks of").containsKey(key);
            path = path.replace("{" + matcher.group(2) + "}", actual.get(key));
        }
        return path;
    }

    /** The id of what was made last in a collection. */
    public String named(String collection) {
        return actual.getOrDefault(collection, exampleIds.getOrDefault(collection, ""));
    }

    private String withNames(String body) {
        String named = body;
        for (Map.Entry<String, String> id : exampleIds.entrySet()) {
            named = named.replace(id.getValue(), actual.getOrDefault(id.getKey(), id.getValue()));
        }
        return named;
    }

    /** @param others those that cannot be sent here */
    public void wereAllTakenBut(String... others) {
        List<String> left = operations.entrySet().stream().filter(entry -> !entry.getValue().path().startsWith(OPERATIONS))
                .map(Map.Entry::getKey).filter(id -> !done.contains(id)).toList();
        assertThat(left).as("operations whose examples were not sent").containsExactlyInAnyOrder(others);
    }
}
