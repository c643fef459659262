package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ServiceLevelsApiTest extends PartApiContract {

    private String service;

    @BeforeEach
    void aService() {
        service = designer.id(example.concept() + "/services", "{\"name\": \"Passports\"}");
    }

    @Override
    String segment() {
        return "/service-levels";
    }

    @Override
    String body() {
        return """
                {"name": "In time", "promise": "You have an answer within 2 working days", "service": "%s",
                 "indicator": "answered-in-time", "norm": {"comparison": "AT_LEAST", "value": 92.5}, "window": "MONTH",
                 "slice": {"dimension": "CHANNEL", "key": "%s"}}""".formatted(service, example.video());
    }

    @Override
    String changed() {
        return body().replace("2 working days", "a day");
    }

    @Override
    String changedField() {
        return "promise";
    }

    @Override
    Object changedValue() {
        return "You have an answer within a day";
    }

    @Override
    String invalid() {
        return """
                {"name": "A", "norm": {"comparison": "ABOUT", "value": "90"}, "window": "DAY", "indicator": "",
                 "slice": {"dimension": "MOON"}, "owner": "B"}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/promise", "/norm/comparison", "/norm/value", "/window", "/indicator", "/slice/dimension", "/owner");
    }

    @Test
    void aNormHasSixDecimalsAndASliceItsKey() {
        designer.post(parts(), """
                {"name": "A", "promise": "B", "norm": {"comparison": "AT_MOST", "value": 0.1234567},
                 "slice": {"dimension": "CHANNEL"}}""").statusCode(400).body("errors.pointer",
                contains("/norm/value", "/slice/key"));
    }

    @Test
    void aNameIsGivenOnce() {
        designer.created(parts(), body());

        refused("{\"name\": \"in TIME\", \"promise\": \"Another\"}", "duplicate-name");
    }

    @Test
    void everyUnknownReferenceIsNamed() {
        unknown("""
                {"name": "A", "promise": "B", "service": "s", "slice": {"dimension": "NEED_GROUP", "key": "n|g"}}""",
                "/service", "/slice/key", "/slice/key");
        unknown("{\"name\": \"A\", \"promise\": \"B\", \"slice\": {\"dimension\": \"LAYER\", \"key\": \"l\"}}", "/slice/key");
        unknown("{\"name\": \"A\", \"promise\": \"B\", \"slice\": {\"dimension\": \"SERVICE\", \"key\": \"s\"}}", "/slice/key");
    }

    @Test
    void itMayBeAboutAServiceALayerOrADepartment() {
        String level = designer.created(parts(), """
                {"name": "A", "promise": "B", "slice": {"dimension": "SERVICE", "key": "%s"}}""".formatted(service));
        designer.get(level).statusCode(200).body("slice.dimension", equalTo("SERVICE")).body("slice.key", equalTo(service));
        stays(example.concept() + "/services/" + service, "A");
        designer.created(parts(), """
                {"name": "C", "promise": "B", "slice": {"dimension": "LAYER", "key": "%s"}}""".formatted(example.personal()));
        designer.created(parts(), """
                {"name": "D", "promise": "B", "slice": {"dimension": "DEPARTMENT", "key": "Front office"}}""");
    }

    @Test
    void theChannelItIsAboutStays() {
        designer.created(parts(), body());

        // an old customer cannot use it either
        stays(example.concept() + "/channels/" + example.video(), "In time", "Old");
    }

    @Test
    void withoutAKnownIndicatorItKeepsTheDraftFromBeingProposed() {
        String level = designer.id(parts(), body());
        String empty = designer.id(parts(), "{\"name\": \"Empty\", \"promise\": \"Something\"}");

        designer.manager().put(example.concept() + "/proposal", designer.version(example.concept()), "").statusCode(409)
                .body("type", equalTo(PROBLEMS + "concept-not-coherent"))
                .body("blockingReasons.code", containsInAnyOrder("unknown-indicator", "service-level-without-indicator",
                        "service-level-without-norm", "service-level-without-window"))
                .body("blockingReasons.find { it.code == 'unknown-indicator' }.subject", equalTo(level))
                .body("blockingReasons.findAll { it.subject == '%s' }".formatted(empty), hasSize(3));
    }
}
