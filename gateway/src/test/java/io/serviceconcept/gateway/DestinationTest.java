package io.serviceconcept.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.serviceconcept.gateway.Destination.Nowhere;
import io.serviceconcept.gateway.Destination.ToService;

class DestinationTest {

    @ParameterizedTest
    @CsvSource({
            "/v1/concepts, CONCEPT, concepts",
            "/v1/concepts/7f/needs/1/importance, CONCEPT, concepts",
            "/v1/operations/concept/projections, CONCEPT, operations/concept",
            "/v1/public/concepts/our-service, CONCEPT, public/concepts",
            "/v1/subjects/7f, CONCEPT, subjects",
            "/v1/journeys/7f/measured, JOURNEY, journeys",
            "/v1/pilots, JOURNEY, pilots",
            "/v1/requirements, JOURNEY, requirements",
            "/v1/contact-events, JOURNEY, contact-events",
            "/v1/operations/journey, JOURNEY, operations/journey",
            "/v1/indicators, MEASUREMENT, indicators",
            "/v1/measurement-plans, MEASUREMENT, measurement-plans",
            "/v1/surveys/7f/responses/batch, MEASUREMENT, surveys",
            "/v1/public/surveys/AbC-1, MEASUREMENT, public/surveys",
            "/v1/observations, MEASUREMENT, observations",
            "/v1/imports, MEASUREMENT, imports",
            "/v1/exports, MEASUREMENT, exports",
            "/v1/webhook-subscriptions, MEASUREMENT, webhook-subscriptions",
            "/v1/webhooks/7f, MEASUREMENT, webhooks",
            "/v1/operations/measurement/lag, MEASUREMENT, operations/measurement"
    })
    void aPathOfTheTableLeadsToItsService(String path, Service service, String collection) {
        assertThat(Destination.of(path)).isEqualTo(new ToService(service, collection));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/v1", "/v1/", "/v1/concepts/", "/v1/conceptsandmore", "/v1/Concepts", "/concepts",
            "/v2/concepts", "/v1/operations", "/v1/operations/", "/v1/operations/other", "/v1/public", "/v1/public/journeys/x",
            "/docs/",
            "/q", "/q/health/", "/q/health/other", "/q/openapi", "/q/dev", "/webjars/swagger-ui/index.html" })
    void anyOtherPathLeadsNowhere(String path) {
        assertThat(Destination.of(path)).isEqualTo(new Nowhere());
    }
}
