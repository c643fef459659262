package io.serviceconcept.concept;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;

@QuarkusTest
@WithTestResource(RealParts.class)
class OffersApiTest extends PartApiContract {

    private String service;

    @BeforeEach
    void aService() {
        service = designer.id(example.concept() + "/services", "{\"name\": \"Passports\"}");
    }

    @Override
    String segment() {
        return "/offers";
    }

    @Override
    String body() {
        return """
                {"service": "%s", "channel": "%s", "group": "%s",
                 "openingHours": [{"day": "MONDAY", "from": "09:00", "to": "12:30"},
                                  {"day": "SATURDAY", "from": "00:00", "to": "24:00"}],
                 "languages": ["nl", "en-GB"], "accessibility": ["Lift"], "promise": "We call you back the same day",
                 "answerTime": {"value": 2, "unit": "WORKING_DAYS"}}"""
                .formatted(service, example.desk(), example.young());
    }

    @Override
    String changed() {
        return body().replace("the same day", "at once");
    }

    @Override
    String changedField() {
        return "promise";
    }

    @Override
    Object changedValue() {
        return "We call you back at once";
    }

    @Override
    String invalid() {
        return """
                {"service": "", "channel": "c", "languages": ["Dutch", "nl"], "promise": "",
                 "openingHours": [{"day": "FUNDAY", "from": "9:00", "to": "24:30"}],
                 "answerTime": {"value": 0, "unit": "SOON"}, "price": 1}""";
    }

    @Override
    List<String> pointers() {
        return List.of("/service", "/group", "/languages/0", "/promise", "/openingHours/0/day", "/openingHours/0/from",
                "/openingHours/0/to", "/answerTime/value", "/answerTime/unit", "/price");
    }

    @Test
    void aDayClosesAfterItOpens() {
        designer.post(parts(), body().replace("12:30", "09:00")).statusCode(400).body("errors.pointer",
                contains("/openingHours/0/to"));
    }

    @Test
    void aServiceIsOfferedOnceThroughAChannelToAGroup() {
        String offer = designer.id(parts(), body());

        designer.post(parts(), offered(example.desk(), "")).statusCode(409)
                .body("type", equalTo(PROBLEMS + "duplicate-offer"), "existing", equalTo(offer));
        designer.created(parts(), offered(example.video(), ""));
    }

    @Test
    void everyUnknownReferenceIsNamed() {
        unknown("""
                {"service": "s", "channel": "c", "group": "g"}""", "/service", "/channel", "/group");
    }

    @Test
    void whatAnOfferNamesStays() {
        designer.created(parts(), body());

        stays(example.concept() + "/services/" + service, "Passports – Desk – Young");
        stays(example.concept() + "/channels/" + example.desk(), "Passports – Desk – Young");
        stays(example.concept() + "/customer-groups/" + example.young(), "Passports – Desk – Young");
    }

    @Test
    void offersAreListedByTheNamesOfWhatTheyJoin() {
        designer.created(parts(), offered(example.video(), ""));
        designer.created(parts(), offered(example.desk(), ""));

        designer.get(parts()).body("items.channel", contains(example.desk(), example.video()));
        String next = designer.get(parts() + "?limit=1").body("items.channel", contains(example.desk())).extract()
                .header("Link").replaceAll(".*<([^>]+)>.*", "$1");
        designer.request().urlEncodingEnabled(false).get(next).then().body("items.channel", contains(example.video()));
    }

    @Test
    void channelsThatPromiseDifferentThingsAreFlagged() {
        String inconsistencies = parts() + "/inconsistencies";
        designer.get(inconsistencies).statusCode(200).body("items", empty());
        String desk = designer.id(parts(), offered(example.desk(), """
                , "promise": "At once", "answerTime": {"value": 1, "unit": "DAYS"}"""));
        String video = designer.id(parts(), offered(example.video(), """
                , "promise": "AT ONCE", "answerTime": {"value": 2, "unit": "WORKING_DAYS"}"""));

        designer.get(inconsistencies).statusCode(200).body("items", hasSize(1))
                .body("items[0].service", equalTo(service), "items[0].group", equalTo(example.young()))
                .body("items[0].differs", equalTo("ANSWER_TIME"))
                .body("items[0].offers.offer", containsInAnyOrder(desk, video))
                .body("items[0].offers.find { it.offer == '%s' }.answerTime.value".formatted(video), equalTo(2));
        Api.designer().get(inconsistencies).statusCode(404);
        designer.with("o", "operator").get(inconsistencies).statusCode(403);
    }

    private String offered(String channel, String more) {
        return """
                {"service": "%s", "channel": "%s", "group": "%s"%s}""".formatted(service, channel, example.young(), more);
    }
}
