package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class AssumptionsApiTest extends PartApiContract {

    @Override
    String segment() {
        return "/assumptions";
    }

    @Override
    String body() {
        return """
                {"name": "People have a camera", "description": "Most of them", "impact": 5, "uncertainty": 3,
                 "status": "CONFIRMED", "channel": "%s", "means": "Screen sharing", "owner": "Head of service",
                 "dueDate": "2026-06-30", "evidence": "Nine in ten could"}""".formatted(example.desk());
    }

    @Override
    String changed() {
        return body().replace("CONFIRMED", "REFUTED");
    }

    @Override
    String changedField() {
        return "status";
    }

    @Override
    Object changedValue() {
        return "REFUTED";
    }

    @Override
    String invalid() {
        return """
                {"name": "", "impact": 0, "uncertainty": 6, "status": "MAYBE", "dueDate": "x", "risk": 9}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/name", "/impact", "/uncertainty", "/status", "/owner", "/dueDate", "/risk");
    }

    @Test
    void itIsOpenUntilSomethingElseIsSaid() {
        designer.post(parts(), "{\"name\": \"A\", \"impact\": 4, \"uncertainty\": 2, \"owner\": \"B\"}").statusCode(201)
                .body("status", equalTo("OPEN"), "risk", equalTo(8));
    }

    @Test
    void whatIsConfirmedOrRefutedHasItsEvidence() {
        designer.post(parts(), """
                {"name": "A", "impact": 4, "uncertainty": 2, "owner": "B", "status": "REFUTED"}""").statusCode(400)
                .body("errors.pointer", contains("/evidence"));
    }

    @Test
    void aNameIsGivenOnce() {
        designer.created(parts(), body());

        refused(body().replace("People have", "péople HAVE"), "duplicate-name");
    }

    @Test
    void anUnknownChannelIsNamed() {
        unknown(body().replace(example.desk(), "telex"), "/channel");
    }

    @Test
    void theChannelItIsAboutStays() {
        designer.created(parts(), body());

        stays(example.concept() + "/channels/" + example.desk(), "People have a camera");
    }
}
