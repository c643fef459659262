package io.serviceconcept.requirement.catalogue;

import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.next;
import static io.serviceconcept.testing.Requirements.etag;
import static io.serviceconcept.testing.Requirements.move;
import static io.serviceconcept.testing.Requirements.opened;
import static io.serviceconcept.testing.Requirements.requirement;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RequirementCatalogueTest {

    private final Concept concept = Concept.drafted(Api.MUNICIPALITY);

    private String named(String name, Map<String, Object> otherwise) {
        Map<String, Object> body = requirement(concept);
        body.put("name", name);
        body.putAll(otherwise);
        return opened(body);
    }

    private String list(String query) {
        return "/v1/requirements?concept=" + concept.id + query;
    }

    @Test
    void theRequirementsOfAConceptAreListedByName() {
        String second = named("b", Map.of());
        String first = named("a", Map.of());
        opened(requirement(Concept.drafted(Api.MUNICIPALITY)));

        as("viewer").get(list("")).then().statusCode(200).body("items.id", contains(first, second))
                .body("items[0].kind", equalTo("TECHNOLOGY")).body("items[0].channel", equalTo(concept.video.toString()))
                .body("items[0].department", equalTo("ICT")).body("items[0].owner", equalTo("Dirk de Jong"))
                .body("items[0].dueDate", equalTo("2026-12-01")).body("items[0].blocking", equalTo(true))
                .body("items[0].state", equalTo("OPEN")).body("items[0].version", equalTo(1));
    }

    @Test
    void theListIsAskedForByChannelStateAndOwner() {
        String video = named("a", Map.of("owner", "Anna Bakker"));
        String desk = named("b", Map.of("channel", concept.desk));
        move(desk, "IN_PROGRESS", null).statusCode(200);

        as("viewer").get(list("&channel=" + concept.desk)).then().body("items.id", contains(desk));
        as("viewer").get(list("&state=OPEN")).then().body("items.id", contains(video));
        as("viewer").get(list("&state=IN_PROGRESS")).then().body("items.id", contains(desk));
        as("viewer").get(list("&owner=anna bakker")).then().body("items.id", contains(video));
        as("viewer").get(list("&sort=-name")).then().body("items.id", contains(desk, video));
        as("viewer").get(list("&q=B")).then().body("items.id", contains(desk));
        as("viewer").get(list("&owner=anna bakker&state=FULFILLED")).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void theListFollowsWhatHappensToARequirement() {
        String id = named("a", Map.of());
        Map<String, Object> changed = requirement(concept);
        changed.putAll(Map.of("name", "z", "channel", concept.desk, "blocking", false));
        changed.remove("owner");
        as("designer").header("If-Match", etag(id)).body(changed).put("/v1/requirements/" + id).then().statusCode(200);
        move(id, "WAIVED", "We do without").statusCode(200);

        as("viewer").get(list("")).then().body("items", hasSize(1)).body("items[0].name", equalTo("z"))
                .body("items[0].channel", equalTo(concept.desk.toString())).body("items[0].blocking", equalTo(false))
                .body("items[0].owner", equalTo(null)).body("items[0].state", equalTo("WAIVED"))
                .body("items[0].version", equalTo(3));
    }

    @Test
    void theListGoesOnWhereThePageEnded() {
        String second = named("same", Map.of());
        String third = named("same", Map.of());
        String first = named("before", Map.of());

        as("viewer").get(list("&limit=1")).then().body("items.id", contains(first));
        String afterFirst = next(as("viewer").get(list("&limit=1")));
        String one = as("viewer").get(afterFirst).then().body("items", hasSize(1)).extract().path("items[0].id");
        as("viewer").get(next(as("viewer").get(afterFirst))).then().statusCode(200)
                .body("items.id", contains(one.equals(second) ? third : second));
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "cursor=nonsense", "concept=nonsense", "channel=1", "journey=1", "state=DONE",
            "sort=owner" })
    void whatCannotBeAskedIsRefused(String query) {
        as("viewer").get("/v1/requirements?" + query).then().statusCode(400).contentType("application/problem+json");
    }
}
