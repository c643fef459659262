package io.serviceconcept.concept;

import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class HandOversApiTest extends PartApiContract {

    @Override
    String segment() {
        return "/hand-overs";
    }

    @Override
    String body() {
        return """
                {"from": "%s", "to": "%s", "passes": ["The conversation so far"], "occasion": "Documents are needed"}"""
                .formatted(example.video(), example.desk());
    }

    @Override
    String changed() {
        return body().replace("Documents are needed", "Always");
    }

    @Override
    String changedField() {
        return "occasion";
    }

    @Override
    Object changedValue() {
        return "Always";
    }

    @Override
    String invalid() {
        return """
                {"from": " ", "passes": ["", 1], "occasion": [], "with": "x"}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/from", "/to", "/passes/0", "/passes/1", "/occasion", "/with");
    }

    @Test
    void aChannelHandsOverToAnotherOnce() {
        String over = designer.id(parts(), body());

        designer.post(parts(), body()).statusCode(409).body("type", equalTo(PROBLEMS + "duplicate-hand-over"), "existing",
                equalTo(over));
    }

    @Test
    void aChannelHandsNothingOverToItself() {
        refused(body().replace(example.video(), example.desk()), "hand-over-to-itself");
    }

    @Test
    void everyUnknownReferenceIsNamed() {
        unknown("{\"from\": \"a\", \"to\": \"b\"}", "/from", "/to");
    }

    @Test
    void theChannelsItNamesStay() {
        designer.created(parts(), body());

        stays(example.concept() + "/channels/" + example.desk(), "Video call – Desk");
    }
}
