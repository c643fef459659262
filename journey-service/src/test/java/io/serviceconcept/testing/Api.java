package io.serviceconcept.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.Tokens;

/** The API as people of the municipality use it, and the bodies they send. */
public final class Api {

    public static final String MUNICIPALITY = "municipality";

    private Api() {
    }

    public static RequestSpecification as(String role) {
        return as(MUNICIPALITY, role);
    }

    public static RequestSpecification as(String organisation, String role) {
        return given().auth().oauth2(Tokens.of(organisation, "somebody-" + role, role)).contentType(ContentType.JSON);
    }

    public static Map<String, Object> journey(Concept concept) {
        return new HashMap<>(Map.of("concept", concept.id, "name", "Applying for income support", "kind", "AS_IS",
                "service", "Income support", "groups", List.of(concept.group)));
    }

    public static Map<String, Object> touchpoint(String phase, String name, UUID channel, UUID... needs) {
        return new HashMap<>(Map.of("phase", phase, "name", name, "channel", channel, "needs", List.of(needs)));
    }

    /** Creates a journey, asking again while the concept has not arrived yet. */
    public static String createJourney(Concept concept) {
        return createJourney(journey(concept));
    }

    public static String createJourney(Map<String, Object> body) {
        AtomicReference<String> id = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            Response response = as("designer").body(body).post("/v1/journeys");
            response.then().statusCode(201);
            id.set(response.path("id"));
        });
        return id.get();
    }

    public static String addPhase(String journey, String name) {
        return as("designer").body(Map.of("name", name)).post("/v1/journeys/" + journey + "/phases").then().statusCode(201)
                .extract().path("id");
    }

    public static String addTouchpoint(String journey, Map<String, Object> body) {
        return as("designer").body(body).post("/v1/journeys/" + journey + "/touchpoints").then().statusCode(201).extract()
                .path("id");
    }

    /** What to send as If-Match to change the journey as it is now. */
    public static String etag(String journey) {
        return as("viewer").get("/v1/journeys/" + journey).then().statusCode(200).extract().header("ETag");
    }

    /** The address of the next page. */
    public static String next(Response page) {
        return page.then().statusCode(200).extract().header("Link").replaceFirst("^<(.*)>;.*$", "$1");
    }
}
