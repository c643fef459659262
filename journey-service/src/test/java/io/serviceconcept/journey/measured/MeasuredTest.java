package io.serviceconcept.journey.measured;

import static io.serviceconcept.testing.Api.addPhase;
import static io.serviceconcept.testing.Api.addTouchpoint;
import static io.serviceconcept.testing.Api.as;
import static io.serviceconcept.testing.Api.createJourney;
import static io.serviceconcept.testing.Api.touchpoint;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Topics;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Concept;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeasuredTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final Concept concept = Concept.drafted(Api.MUNICIPALITY);
    private final UUID indicator = UUID.randomUUID();
    private String journey = "";
    private String call = "";
    private String visit = "";

    @BeforeEach
    void drawAJourney() {
        journey = createJourney(concept);
        String phase = addPhase(journey, "Talk");
        Map<String, Object> body = touchpoint(phase, "Call", concept.video, concept.human);
        body.put("expectedFeeling", 2);
        call = addTouchpoint(journey, body);
        visit = addTouchpoint(journey, touchpoint(phase, "Visit", concept.desk));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }

    private ValidatableResponse measured() {
        return as("viewer").get("/v1/journeys/" + journey + "/measured").then().statusCode(200);
    }

    private void defined(long sequence) {
        Topics.event("measurement-events", Api.MUNICIPALITY, "indicator-" + indicator, sequence,
                "measurement.indicator-defined.v1", Map.of("indicator", indicator, "version", 1, "name", "Satisfaction",
                        "unit", "mark", "better", "HIGHER", "audience", "CUSTOMER", "kind", "MEAN", "minimumN", 30,
                        "satisfactionOf", concept.id));
    }

    private void released(String dimension, String key, String periodKind, YearMonth month, long revision, String figure) {
        Map<String, Object> data = state(dimension, key, periodKind, month, revision, "RELEASED");
        data.put("n", 120);
        data.put("figure", new BigDecimal(figure));
        data.put("interval", Map.of("low", new BigDecimal("7.21"), "high", new BigDecimal("7.84")));
        send(data);
    }

    private Map<String, Object> state(String dimension, String key, String periodKind, YearMonth month, long revision,
            String state) {
        return new HashMap<>(Map.of("indicator", indicator, "definitionVersion", 1,
                "period", Map.of("kind", periodKind, "label", month, "from", month.atDay(1), "to", month.atEndOfMonth()),
                "slice", Map.of("dimension", dimension, "key", key), "basis", "RESPONSES", "state", state,
                "open", month.equals(NOVEMBER), "revision", revision, "releasedAt", "2026-11-20T10:00:00Z"));
    }

    private void send(Map<String, Object> data) {
        Topics.state("measurement-events", Api.MUNICIPALITY, "indicator-" + indicator, "measurement.result-released.v1",
                data);
    }

    @Test
    void nothingIsMeasuredWithoutASatisfactionIndicator() {
        released("TOUCHPOINT", call, "MONTH", NOVEMBER, 1, "7.52");

        measured().body("$", not(hasKey("indicator"))).body("journey", equalTo(journey))
                .body("touchpoints.touchpoint", contains(call, visit)).body("touchpoints[0].expectedFeeling", equalTo(2))
                .body("touchpoints[0]", not(hasKey("measured"))).body("touchpoints[1]", not(hasKey("expectedFeeling")));
    }

    @Test
    void theLatestMonthStandsBesideTheExpectedFeeling() {
        defined(1);
        released("TOUCHPOINT", call, "MONTH", NOVEMBER, 3, "7.52");
        released("TOUCHPOINT", call, "MONTH", OCTOBER, 9, "6.10");
        released("TOUCHPOINT", call, "YEAR", YearMonth.of(2026, 12), 12, "6.90");
        released("CHANNEL", call, "MONTH", NOVEMBER, 4, "1.00");
        released("TOUCHPOINT", "UNKNOWN", "MONTH", NOVEMBER, 5, "2.00");
        released("TOUCHPOINT", visit, "MONTH", OCTOBER, 1, "5.00");

        eventually(() -> measured().body("touchpoints[1].measured.figure", equalTo(5.00f)));
        measured().body("indicator.id", equalTo(indicator.toString())).body("indicator.name", equalTo("Satisfaction"))
                .body("indicator.unit", equalTo("mark")).body("touchpoints[0].expectedFeeling", equalTo(2))
                .body("touchpoints[0].measured.figure", equalTo(7.52f)).body("touchpoints[0].measured.n", equalTo(120))
                .body("touchpoints[0].measured.interval.low", equalTo(7.21f))
                .body("touchpoints[0].measured.interval.high", equalTo(7.84f))
                .body("touchpoints[0].measured.state", equalTo("RELEASED"))
                .body("touchpoints[0].measured.open", equalTo(true))
                .body("touchpoints[0].measured.period.kind", equalTo("MONTH"))
                .body("touchpoints[0].measured.period.label", equalTo("2026-11"))
                .body("touchpoints[0].measured.period.from", equalTo("2026-11-01"))
                .body("touchpoints[0].measured.period.to", equalTo("2026-11-30"));
    }

    @Test
    void aLowerOrEqualRevisionChangesNothing() {
        defined(1);
        released("TOUCHPOINT", call, "MONTH", NOVEMBER, 2, "7.50");
        released("TOUCHPOINT", call, "MONTH", NOVEMBER, 1, "3.00");
        released("TOUCHPOINT", call, "MONTH", NOVEMBER, 2, "4.00");
        released("TOUCHPOINT", visit, "MONTH", NOVEMBER, 1, "6.00");

        eventually(() -> measured().body("touchpoints[1].measured.figure", equalTo(6.00f)));
        measured().body("touchpoints[0].measured.figure", equalTo(7.50f));

        released("TOUCHPOINT", call, "MONTH", NOVEMBER, 3, "6.90");
        eventually(() -> measured().body("touchpoints[0].measured.figure", equalTo(6.90f)));
    }

    @Test
    void aHiddenResultHasNoFigure() {
        defined(1);
        send(state("TOUCHPOINT", call, "MONTH", NOVEMBER, 1, "HIDDEN"));

        eventually(() -> measured().body("touchpoints[0].measured.state", equalTo("HIDDEN")));
        measured().body("touchpoints[0].measured", aMapWithSize(3)).body("touchpoints[0].measured", hasKey("period"));
    }

    @Test
    void aRecordThatCannotBeReadHoldsNobodyUp() {
        Topics.state("measurement-events", Api.MUNICIPALITY, "indicator-" + UUID.randomUUID(),
                "measurement.result-released.v1", Map.of("indicator", "nonsense"));
        Topics.event("measurement-events", Api.MUNICIPALITY, "indicator-" + UUID.randomUUID(), 1,
                "measurement.indicator-defined.v1", Map.of("indicator", "nonsense"));
        defined(1);
        released("TOUCHPOINT", call, "MONTH", NOVEMBER, 1, "7.52");

        eventually(() -> measured().body("touchpoints[0].measured.figure", equalTo(7.52f)));
    }
}
