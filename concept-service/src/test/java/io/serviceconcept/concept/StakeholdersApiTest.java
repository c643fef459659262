package io.serviceconcept.concept;

import static org.hamcrest.Matchers.nullValue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class StakeholdersApiTest extends PartApiContract {

    @Override
    String segment() {
        return "/stakeholders";
    }

    @Override
    String body() {
        return """
                {"name": "Works council", "influence": "HIGH", "interest": "MEDIUM", "support": "DOUBTFUL",
                 "remark": "Wants training first"}""";
    }

    @Override
    String changed() {
        return body().replace("DOUBTFUL", "COMMITTED");
    }

    @Override
    String changedField() {
        return "support";
    }

    @Override
    Object changedValue() {
        return "COMMITTED";
    }

    @Override
    String invalid() {
        return """
                {"name": " ", "influence": "HUGE", "support": "SOME", "remark": 1, "email": "x"}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/name", "/influence", "/interest", "/support", "/remark", "/email");
    }

    @Test
    void supportMayBeUnknown() {
        designer.post(parts(), "{\"name\": \"A\", \"influence\": \"LOW\", \"interest\": \"LOW\"}").statusCode(201)
                .body("support", nullValue());
    }

    @Test
    void aNameIsGivenOnce() {
        designer.created(parts(), body());

        refused(body().replace("Works", "WÖRKS"), "duplicate-name");
    }
}
