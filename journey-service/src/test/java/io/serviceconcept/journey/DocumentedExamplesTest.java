package io.serviceconcept.journey;

import static io.serviceconcept.testing.Api.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.DocumentedExamples;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class DocumentedExamplesTest {

    private DocumentedExamples examples;

    @BeforeEach
    void theDocument() {
        examples = new DocumentedExamples(() -> as("admin"));
    }

    @Test
    void everyBodyHasAnExampleOfItsSchema() {
        examples.areOfTheirSchemas();
    }

    @Test
    void whatTheExamplesSayIsTaken() {
        Concept concept = Concept.drafted(Api.MUNICIPALITY);
        Api.createJourney(concept);
        examples.name("concepts", concept.id.toString());
        examples.name("channels", concept.video.toString());
        examples.name("customer-groups", concept.group.toString());
        examples.name("needs", concept.human.toString());

        examples.areTaken("createJourney", "changeJourney", "addPhase", "changePhase", "addTouchpoint", "changeTouchpoint",
                "openRequirement", "changeRequirement", "changeRequirementState");
        examples.wereAllTakenBut();
    }
}
