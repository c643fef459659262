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
class ChannelShiftsApiTest extends PartApiContract {

    @Override
    String segment() {
        return "/channel-shifts";
    }

    @Override
    String body() {
        return """
                {"from": "%s", "to": "%s", "percentage": 12.5, "startDate": "2026-01-01", "dueDate": "2026-12-31",
                 "reason": "Fewer visits"}""".formatted(example.desk(), example.video());
    }

    @Override
    String changed() {
        return body().replace("Fewer visits", "Nearer");
    }

    @Override
    String changedField() {
        return "reason";
    }

    @Override
    Object changedValue() {
        return "Nearer";
    }

    @Override
    String invalid() {
        return """
                {"from": "a", "to": "", "percentage": 0, "startDate": "soon", "reason": 1, "by": "x"}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/to", "/percentage", "/startDate", "/dueDate", "/reason", "/by");
    }

    @Test
    void aPercentageHasTwoDecimalsAndIsAtMostAHundred() {
        designer.post(parts(), body().replace("12.5", "12.345")).statusCode(400).body("errors.pointer",
                contains("/percentage"));
        designer.post(parts(), body().replace("12.5", "100.01")).statusCode(400);
    }

    @Test
    void useShiftsFromAChannelToAnotherOnce() {
        String shift = designer.id(parts(), body());

        designer.post(parts(), body()).statusCode(409).body("type", equalTo(PROBLEMS + "duplicate-channel-shift"),
                "existing", equalTo(shift));
    }

    @Test
    void nothingShiftsToTheSameChannel() {
        refused(body().replace(example.video(), example.desk()), "channel-shift-to-itself");
    }

    @Test
    void itEndsNoEarlierThanItBegins() {
        designer.post(parts(), body().replace("2026-12-31", "2025-12-31")).statusCode(409)
                .body("type", equalTo(PROBLEMS + "dates-out-of-order"), "errors.pointer", contains("/dueDate"));
    }

    @Test
    void everyUnknownReferenceIsNamed() {
        unknown("""
                {"from": "a", "to": "b", "percentage": 1, "dueDate": "2026-12-31"}""", "/from", "/to");
    }

    @Test
    void theChannelsItNamesStay() {
        designer.created(parts(), body());

        stays(example.concept() + "/channels/" + example.desk(), "Desk – Video call");
    }
}
