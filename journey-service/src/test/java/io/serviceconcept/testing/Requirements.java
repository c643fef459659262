package io.serviceconcept.testing;

import static io.serviceconcept.testing.Api.as;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Requirements as people of the municipality open and move them. */
public final class Requirements {

    private Requirements() {
    }

    /** One that blocks the video call. */
    public static Map<String, Object> requirement(Concept concept) {
        return new HashMap<>(Map.of("concept", concept.id, "name", "Software on the computers", "kind", "TECHNOLOGY",
                "channel", concept.video, "needs", List.of(concept.human), "objectives", List.of(concept.satisfied),
                "department", "ICT", "owner", "Dirk de Jong", "dueDate", "2026-12-01", "blocking", true));
    }

    /** Opens a requirement, asking again while the concept has not arrived yet. */
    public static String opened(Map<String, Object> body) {
        AtomicReference<String> id = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            Response response = as("designer").body(body).post("/v1/requirements");
            response.then().statusCode(201);
            id.set(response.path("id"));
        });
        return id.get();
    }

    public static ValidatableResponse move(String requirement, String state, @Nullable String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("state", state));
        if (reason != null) {
            body.put("reason", reason);
        }
        return as("designer").header("If-Match", etag(requirement)).body(body)
                .put("/v1/requirements/" + requirement + "/state").then();
    }

    /** What to send as If-Match to change the requirement as it is now. */
    public static String etag(String requirement) {
        return as("viewer").get("/v1/requirements/" + requirement).then().statusCode(200).extract().header("ETag");
    }
}
