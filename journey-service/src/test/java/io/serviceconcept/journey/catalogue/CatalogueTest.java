package io.serviceconcept.journey.catalogue;

import static io.serviceconcept.testing.Api.addPhase;
import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.createJourney;
import static io.serviceconcept.testing.Api.etag;
import static io.serviceconcept.testing.Api.journey;
import static io.serviceconcept.testing.Api.next;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CatalogueTest {

    private final Concept concept = Concept.drafted(Api.MUNICIPALITY);

    private String named(String name) {
        Map<String, Object> body = journey(concept);
        body.put("name", name);
        return createJourney(body);
    }

    @Test
    void theJourneysOfAConceptAreListedByName() {
        String second = named("b");
        String first = named("a");
        createJourney(Concept.drafted(Api.MUNICIPALITY));

        as("viewer").get("/v1/journeys?concept=" + concept.id).then().statusCode(200)
                .body("items.id", contains(first, second)).body("items[0].kind", equalTo("AS_IS"))
                .body("items[0].concept", equalTo(concept.id.toString())).body("items[0].published", equalTo(false));
        as("viewer").get("/v1/journeys?limit=200").then().statusCode(200).body("items.id", hasItem(first));
    }

    @Test
    void theListFollowsWhatHappensToAJourney() {
        String id = named("a");
        addPhase(id, "Talk");
        Map<String, Object> renamed = journey(concept);
        renamed.put("name", "z");
        as("designer").header("If-Match", etag(id)).body(renamed).put("/v1/journeys/" + id).then().statusCode(200);
        as("designer").header("If-Match", etag(id)).put("/v1/journeys/" + id + "/publication").then().statusCode(200);

        as("viewer").get("/v1/journeys?concept=" + concept.id).then().body("items", hasSize(1))
                .body("items[0].name", equalTo("z")).body("items[0].published", equalTo(true))
                .body("items[0].version", equalTo(4));
    }

    @Test
    void theListGoesOnWhereThePageEnded() {
        String second = named("same");
        String third = named("same");
        String first = named("before");
        String page = "/v1/journeys?limit=1&concept=" + concept.id;

        as("viewer").get(page).then().body("items.id", contains(first));
        String afterFirst = next(as("viewer").get(page));
        String one = as("viewer").get(afterFirst).then().body("items", hasSize(1)).extract().path("items[0].id");
        String afterSecond = next(as("viewer").get(afterFirst));
        as("viewer").get(afterSecond).then().statusCode(200)
                .body("items.id", contains(one.equals(second) ? third : second));
    }

    @Test
    void theListIsOrderedAndFoundAsIsAsked() {
        String first = named("Moving house");
        String last = named("Starting a company");
        String page = "/v1/journeys?concept=" + concept.id;

        as("viewer").get(page + "&sort=-name").then().statusCode(200).body("items.id", contains(last, first));
        String next = next(as("viewer").get(page + "&sort=-name&limit=1"));
        as("viewer").get(next).then().statusCode(200).body("items.id", contains(first));
        as("viewer").get(page + "&q=HOUSE").then().body("items.id", contains(first));
        as("viewer").get(page + "&q=%25").then().body("items", hasSize(0));
        as("viewer").get(page + "&kind=TO_BE").then().body("items", hasSize(0));
    }

    @Test
    void anotherOrganisationHasItsOwnList() {
        String id = named("a");

        as("fashion-for-you", "viewer").get("/v1/journeys?limit=200").then().statusCode(200)
                .body("items.id", not(hasItem(id)));
        as("fashion-for-you", "viewer").get("/v1/journeys?concept=" + concept.id).then().body("items", hasSize(0));
    }

    @Test
    void aPageThatCannotBeIsRefused() {
        for (String query : new String[] { "limit=0", "limit=201", "cursor=nonsense", "concept=nonsense",
                "sort=kind", "kind=NEVER" }) {
            as("viewer").get("/v1/journeys?" + query).then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String id = named("a");
        addPhase(id, "Talk");
        named("b");
        String history = "/v1/journeys/" + id + "/history";
        String ofHistory = next(as("viewer").get(history + "?limit=1")).replaceFirst("^.*cursor=", "");
        String ofList = next(as("viewer").get("/v1/journeys?limit=1&concept=" + concept.id)).replaceFirst("^.*cursor=", "");

        as("viewer").get("/v1/journeys?cursor=" + ofHistory).then().statusCode(400);
        as("viewer").get(history + "?cursor=" + ofList).then().statusCode(400);
    }
}
