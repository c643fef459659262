package io.serviceconcept.concept;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ServicesApiTest extends PartApiContract {

    @Override
    String segment() {
        return "/services";
    }

    @Override
    String body() {
        return "{\"name\": \"Passports\", \"description\": \"Applying and collecting\"}";
    }

    @Override
    String changed() {
        return "{\"name\": \"Travel documents\"}";
    }

    @Override
    String changedField() {
        return "name";
    }

    @Override
    Object changedValue() {
        return "Travel documents";
    }

    @Override
    String invalid() {
        return """
                {"name": " ", "description": 7, "colour": "red"}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/name", "/description", "/colour");
    }

    @Test
    void aNameIsGivenOnce() {
        designer.created(parts(), body());

        refused("{\"name\": \"PASSPÓRTS\"}", "duplicate-name");
    }

    @Test
    void whatIsOfferedOrPromisedStays() {
        String service = designer.created(parts(), body());
        String id = service.substring(service.lastIndexOf('/') + 1);
        designer.created(example.concept() + "/offers", """
                {"service": "%s", "channel": "%s", "group": "%s"}""".formatted(id, example.desk(), example.young()));
        designer.created(example.concept() + "/service-levels", """
                {"name": "In time", "promise": "Within two days", "service": "%s"}""".formatted(id));

        stays(service, "Passports – Desk – Young", "In time");
    }
}
