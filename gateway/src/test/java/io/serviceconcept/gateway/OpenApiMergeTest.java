package io.serviceconcept.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class OpenApiMergeTest {

    private final OpenApiMerge merge = new OpenApiMerge();

    @Test
    void pathsComponentsAndTagsAreUnited() {
        merge.add(Service.CONCEPT, json("""
                {"tags": [{"name": "Concepts"}], "paths": {"/v1/concepts": {"get": {"operationId": "listConcepts"}}},
                 "components": {"schemas": {"Concept": {"type": "object"}}}}"""));
        merge.add(Service.JOURNEY, json("""
                {"tags": [{"name": "Journeys"}], "paths": {"/v1/journeys": {"get": {"operationId": "listJourneys"}}},
                 "components": {"schemas": {"Journey": {"type": "object"}}, "responses": {"Gone": {}}}}"""));

        JsonNode document = merge.document();

        assertThat(merge.clashes()).isEmpty();
        assertThat(document.at("/openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isEqualTo("Service Concept Platform");
        assertThat(document.at("/info/version").asText()).isEqualTo("1.0.0");
        assertThat(document.at("/info/contact").fieldNames()).toIterable().containsExactly("name", "url", "email");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(document.path("paths").fieldNames()).toIterable().containsExactly("/v1/concepts", "/v1/journeys");
        assertThat(document.at("/components/schemas").fieldNames()).toIterable().containsExactly("Concept", "Journey");
        assertThat(document.at("/components/responses").fieldNames()).toIterable().containsExactly("Gone");
        assertThat(document.path("tags").findValuesAsText("name")).containsExactly("Concepts", "Journeys");
    }

    @Test
    void whatTwoServicesSayAlikeIsSaidOnce() {
        String problem = """
                {"components": {"schemas": {"Problem": {"type": "object", "title": "Problem"}}}}""";
        String sameInAnotherOrder = """
                {"components": {"schemas": {"Problem": {"title": "Problem", "type": "object"}}}}""";
        merge.add(Service.CONCEPT, json(problem));
        merge.add(Service.JOURNEY, json(sameInAnotherOrder));

        assertThat(merge.clashes()).isEmpty();
    }

    @Test
    void oneNameWithTwoMeaningsIsAClashAndEveryClashIsNamed() {
        merge.add(Service.CONCEPT, json("""
                {"tags": [{"name": "Results", "description": "of concepts"}],
                 "paths": {"/v1/concepts": {"get": {"operationId": "list"}}},
                 "components": {"schemas": {"Result": {"type": "object"}}}}"""));
        merge.add(Service.JOURNEY, json("""
                {"tags": [{"name": "Results", "description": "of journeys"}],
                 "paths": {"/v1/journeys": {"get": {"operationId": "list"}}},
                 "components": {"schemas": {"Result": {"type": "string"}}}}"""));

        assertThat(merge.clashes()).containsExactlyInAnyOrder("schemas/Result", "operationId list", "tags/Results");
    }

    @Test
    void aPathThatIsNotRoutedToTheServiceThatDescribesItIsLeftOut() {
        merge.add(Service.CONCEPT,
                json("""
                        {"paths": {"/v1/journeys": {"get": {}}, "/internal": {"get": {}}, "/v1/concepts/{conceptId}": {"get": {}}}}"""));

        assertThat(merge.document().path("paths").fieldNames()).toIterable().containsExactly("/v1/concepts/{conceptId}");
        assertThat(merge.leftOut()).containsExactlyInAnyOrder("concept-service /v1/journeys", "concept-service /internal");
    }

    @Test
    void thereIsOneSecuritySchemeAndOperationsKeepTheirRoles() {
        merge.add(Service.CONCEPT, json("""
                {"paths": {"/v1/concepts": {"post": {"security": [{"SecurityScheme": ["manager"]}]}, "get": {"security": []}}},
                 "components": {"securitySchemes": {"SecurityScheme": {"type": "openIdConnect"}}}}"""));

        JsonNode document = merge.document();

        assertThat(document.at("/components/securitySchemes").fieldNames()).toIterable().containsExactly("accessToken");
        assertThat(document.at("/components/securitySchemes/accessToken/scheme").asText()).isEqualTo("bearer");
        assertThat(document.at("/paths/~1v1~1concepts/post/security")).isEqualTo(json("[{\"accessToken\": [\"manager\"]}]"));
        assertThat(document.at("/paths/~1v1~1concepts/get/security")).isEqualTo(json("[]"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }
}
