package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class InsightsApiTest extends PartApiContract {

    private String talks;

    @BeforeEach
    void research() {
        talks = designer.id(example.concept() + "/research-activities", """
                {"name": "Talks at the desk", "kind": "INTERVIEW", "startDate": "2025-09-01"}""");
    }

    @Override
    String segment() {
        return "/insights";
    }

    @Override
    String body() {
        return """
                {"name": "Who is worried wants a person", "text": "Whatever their skill", "evidence": ["19 of 24", "Sighs"],
                 "researchActivity": "%s", "needs": ["%s", "%s"]}""".formatted(talks, example.contact(), example.heard());
    }

    @Override
    String changed() {
        return body().replace("Whatever their skill", "Also by video");
    }

    @Override
    String changedField() {
        return "text";
    }

    @Override
    Object changedValue() {
        return "Also by video";
    }

    @Override
    String invalid() {
        return """
                {"name": "", "text": "", "evidence": [""], "researchActivity": "", "needs": ["n", "n"], "source": "x"}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/name", "/text", "/evidence/0", "/researchActivity", "/needs", "/source");
    }

    @Test
    void littleIsNeededToBegin() {
        designer.post(parts(), "{\"name\": \"People are in a hurry\"}").statusCode(201).body("researchActivity",
                nullValue(), "evidence", empty(), "needs", empty());
    }

    @Test
    void aNameIsGivenOnce() {
        designer.created(parts(), body());

        refused(body().replace("Who is", "whó IS"), "duplicate-name");
    }

    @Test
    void everythingUnknownIsNamed() {
        unknown(body().replace(talks, "hearsay").replace(example.heard(), "greed"), "/researchActivity", "/needs/1");
    }

    @Test
    void whatItComesFromAndWhatItSupportsStay() {
        designer.created(parts(), body());

        stays(example.concept() + "/research-activities/" + talks, "Who is worried wants a person");
        stays(example.concept() + "/needs/" + example.heard(), "Who is worried wants a person");
    }

    @Test
    void anEditionHoldsIt() {
        designer.created(parts(), body());

        designer.get(example.adopted("2026-01-01")).statusCode(200).body("insights.name",
                contains("Who is worried wants a person"), "insights[0].evidence", contains("19 of 24", "Sighs"));
    }
}
