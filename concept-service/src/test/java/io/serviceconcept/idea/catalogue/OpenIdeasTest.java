package io.serviceconcept.idea.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.idea.IdeaOutline.IdeaEffect;
import io.serviceconcept.idea.IdeaState;
import io.serviceconcept.idea.catalogue.OpenIdeaQueries.OpenIdea;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

@QuarkusTest
@WithTestResource(RealParts.class)
class OpenIdeasTest {

    @Inject
    OpenIdeaQueries queries;

    @Test
    void whatMayStillBeRealisedIsReadWithWhatItChangesAndCosts() {
        Example example = Example.created(Api.designer());
        Api designer = example.designer();
        String open = designer.id(example.concept() + "/ideas", """
                {"title": "Evening calls", "origin": "NEED", "owner": "A", "cost": 12500.25, "channels": ["%2$s"],
                 "expectedEffects": [{"need": "%1$s", "channel": "%2$s", "fit": 4}]}"""
                .formatted(example.heard(), example.video()));
        String rejected = designer.created(example.concept() + "/ideas", """
                {"title": "Night calls", "origin": "NEED", "owner": "A"}""");
        for (IdeaState state : List.of(IdeaState.SELECTED, IdeaState.IN_TEST, IdeaState.REJECTED)) {
            designer.request().contentType(ContentType.JSON).header("If-Match", designer.version(rejected))
                    .body("{\"to\": \"%s\", \"reason\": \"It is time\"}".formatted(state)).post(rejected + "/transitions")
                    .then().statusCode(201);
        }

        assertThat(queries.of(designer.organisation(), example.id(), null)).containsExactly(new OpenIdea(open, "Evening calls",
                IdeaState.PROPOSED, List.of(example.video()), new BigDecimal("12500.25"),
                List.of(new IdeaEffect(example.heard(), example.video(), 4))));
        assertThat(queries.of("another-organisation", example.id(), null)).isEmpty();
    }
}
