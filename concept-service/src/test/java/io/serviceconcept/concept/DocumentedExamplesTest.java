package io.serviceconcept.concept;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.DocumentedExamples;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;

@QuarkusTest
@WithTestResource(RealParts.class)
class DocumentedExamplesTest {

    private final Api admin = Api.designer().with("ada", "admin");
    private DocumentedExamples examples;

    @BeforeEach
    void theDocument() {
        examples = new DocumentedExamples(admin::request);
    }

    @Test
    void everyBodyHasAnExampleOfItsSchema() {
        examples.areOfTheirSchemas();
    }

    @Test
    void whatTheExamplesSayIsTaken() {
        examples.areTaken("createConcept", "setDirection", "addLayer", "changeLayer", "addChannel", "changeChannel",
                "changeChannelStatus", "addCustomerGroup", "changeCustomerGroup", "addNeed", "changeNeed", "setImportance",
                "assessMatrix", "assessFit", "proposeConcept", "adoptEdition");
        String concept = "/v1/concepts/" + examples.named("concepts");

        examples.name("other channel", admin.id(concept + "/channels", "{\"name\": \"Desk\", \"kind\": \"DESK\"}"));
        examples.areTaken("addService", "changeService", "addOffer", "changeOffer", "addServiceLevel", "changeServiceLevel",
                "addObjective", "changeObjective", "addChannelShift", "changeChannelShift", "addHandOver", "changeHandOver",
                "addAssumption", "changeAssumption", "addStakeholder", "changeStakeholder", "addResearchActivity",
                "changeResearchActivity", "addInsight", "changeInsight", "supposeChanges", "proposeIdea", "changeIdea",
                "moveIdea", "addConceptTest", "changeConceptTest", "recordQuote", "importConcept");

        examples.name("concepts", concept.substring(concept.lastIndexOf('/') + 1));
        examples.name("need that stays", examples.named("needs"));
        need(concept, "Quick help");
        examples.areTaken("mergeNeed");
        need(concept, "Being heard");
        examples.areTaken("splitNeed", "retireConcept");
        examples.wereAllTakenBut();
    }

    private void need(String concept, String name) {
        examples.name("needs", admin.id(concept + "/needs", "{\"name\": \"%s\", \"audience\": \"CUSTOMER\"}".formatted(name)));
    }
}
