package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ResearchActivitiesApiTest extends PartApiContract {

    @Override
    String segment() {
        return "/research-activities";
    }

    @Override
    String body() {
        return """
                {"name": "Talks at the desk", "description": "Why they came in person", "kind": "INTERVIEW",
                 "startDate": "2025-09-01", "endDate": "2025-09-30", "participants": 24, "groups": ["%s", "%s"],
                 "organisationLevel": "OPERATIONAL"}""".formatted(example.young(), example.old());
    }

    @Override
    String changed() {
        return body().replace("INTERVIEW", "FOCUS_GROUP");
    }

    @Override
    String changedField() {
        return "kind";
    }

    @Override
    Object changedValue() {
        return "FOCUS_GROUP";
    }

    @Override
    String invalid() {
        return """
                {"name": "", "kind": "GOSSIP", "endDate": "soon", "participants": -1, "groups": ["g", "g"],
                 "organisationLevel": "TOP", "budget": 5}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/name", "/kind", "/startDate", "/endDate", "/participants", "/groups", "/organisationLevel",
                "/budget");
    }

    @Test
    void littleIsNeededToBegin() {
        designer.post(parts(), "{\"name\": \"Talks\", \"kind\": \"DATA_ANALYSIS\", \"startDate\": \"2025-09-01\"}")
                .statusCode(201).body("endDate", nullValue(), "participants", nullValue(), "groups", empty());
    }

    @Test
    void aSessionInsideTheOrganisationIsOfOneOfItsLevels() {
        designer.post(parts(), "{\"name\": \"Talks\", \"kind\": \"INTERNAL_SESSION\", \"startDate\": \"2025-09-01\"}")
                .statusCode(400).body("errors.pointer", contains("/organisationLevel"));
    }

    @Test
    void itDoesNotEndBeforeItBegins() {
        refused(body().replace("2025-09-30", "2025-08-31"), "dates-out-of-order");
        String part = designer.created(parts(), body());
        designer.put(part, designer.version(part), body().replace("2025-09-01", "2025-10-01")).statusCode(409)
                .body("type", equalTo(PROBLEMS + "dates-out-of-order"), "errors.pointer", contains("/endDate"));
    }

    @Test
    void aNameIsGivenOnce() {
        designer.created(parts(), body());

        refused(body().replace("Talks at", "tálks AT"), "duplicate-name");
    }

    @Test
    void everyUnknownGroupIsNamed() {
        unknown(body().replace(example.young(), "nobody").replace(example.old(), "ghosts"), "/groups/0", "/groups/1");
    }

    @Test
    void theGroupsItReachedStay() {
        designer.created(parts(), body());

        stays(example.concept() + "/customer-groups/" + example.young(), "Talks at the desk");
    }

    @Test
    void anEditionHoldsIt() {
        String part = designer.created(parts(), body());

        designer.get(example.adopted("2026-01-01")).statusCode(200).body("researchActivities.id",
                contains(part.substring(part.lastIndexOf('/') + 1)), "researchActivities[0].groups",
                contains(example.young(), example.old()));
    }
}
