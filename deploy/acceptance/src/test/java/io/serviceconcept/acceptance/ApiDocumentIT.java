package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.response.Response;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;

/** The API describes itself, to anybody. */
class ApiDocumentIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    @Test
    void theDocumentIsValidOpenApi31() {
        Response response = Gateway.nobody().get("/v1/openapi.json");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        JsonNode document = Gateway.json(response);
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        assertThat(document.at("/info/title").asText()).isEqualTo("Service Concept Platform");
        assertThat(document.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(response.asString(), null, null);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(names(document.path("paths")));
    }

    @Test
    void everyOperationHasAnIdOfItsOwnASummaryItsAnswersAndItsPathParameters() {
        JsonNode document = document();
        Set<String> ids = new HashSet<>();
        List<String> faults = new ArrayList<>();

        operations(document, (name, operation) -> {
            String id = operation.path("operationId").asText();
            if (id.isBlank() || !ids.add(id)) {
                faults.add(name + " has no operationId of its own: '" + id + "'");
            }
            if (operation.path("summary").asText().isBlank()) {
                faults.add(name + " has no summary");
            }
            if (operation.path("responses").isEmpty()) {
                faults.add(name + " has no answers");
            }
            Matcher places = PLACE.matcher(name);
            while (places.find()) {
                if (!declares(document, operation, name.substring(name.indexOf('/')), places.group(1))) {
                    faults.add(name + " does not describe " + places.group(1));
                }
            }
        });

        assertThat(faults).isEmpty();
        assertThat(ids).contains("createConcept", "defineIndicator", "drawUpSurvey", "pushResponse", "createJourney");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = document();

        List<String> broken = document.findValuesAsText("$ref").stream().distinct()
                .filter(reference -> !reference.startsWith("#/") || document.at(reference.substring(1)).isMissingNode())
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void theDescriptionCanBeBrowsedWithoutATokenAndWithoutOtherHosts() {
        Response response = Gateway.nobody().get("/docs");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.asString()).doesNotContain("src=\"http").doesNotContain("href=\"http");
    }

    private static JsonNode document() {
        return Gateway.json(Gateway.nobody().get("/v1/openapi.json"));
    }

    private static void operations(JsonNode document, BiConsumer<String, JsonNode> check) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    check.accept(method.getKey() + " " + path.getKey(), method.getValue());
                }
            }
        }
    }

    private static boolean declares(JsonNode document, JsonNode operation, String path, String name) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameters::add);
        document.path("paths").path(path).path("parameters").forEach(parameters::add);
        return parameters.stream().anyMatch(parameter -> parameter.path("name").asText().equals(name)
                && parameter.path("in").asText().equals("path"));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
