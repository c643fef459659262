package io.serviceconcept.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;
import io.serviceconcept.testing.ToldRequirement;

@QuarkusTest
@WithTestResource(RealParts.class)
class DocumentTest {

    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> \\\"' onload='x' {page.name} &amp;";

    private Example example;
    private Api designer;
    private String document;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
        document = example.concept() + "/document";
    }

    @Test
    void aViewerReadsTheDraftAsAPage() {
        designer.with("mila", "viewer").get(document).statusCode(200).contentType("text/html;charset=utf-8")
                .header("Cache-Control", equalTo("no-store")).header("Content-Language", "en")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("Draft of edition 1"), containsString("<h1>Our service</h1>"),
                        containsString("Personal · 100 % of the customers are at home here"),
                        containsString("Video call: No camera"));
    }

    @Test
    void theLanguageIsAskedForOrPreferred() {
        designer.get(document + "?lang=nl").body(containsString("<html lang=\"nl\">"), containsString("Servicepiramide"));
        designer.request().header("Accept-Language", "nl").get(document).then().body(containsString("Servicepiramide"));
        designer.request().header("Accept-Language", "nl").get(document + "?lang=en").then()
                .header("Content-Language", "en").body(containsString("Service pyramid"));
        designer.get(document + "?lang=fr").statusCode(400).body("errors[0].pointer", equalTo("?lang"));
    }

    @Test
    void anEditionIsReadAsItWasAdopted() {
        example.adopted("2026-01-01");
        designer.created(example.concept() + "/services", "{\"name\": \"Parking\"}");

        designer.get(document + "?edition=1").statusCode(200).body(containsString("Edition 1, in force from January 1, 2026"),
                not(containsString("Parking")));
        designer.get(document).body(containsString("Draft of edition 2"), containsString("Parking"));
        designer.get(document + "?edition=2").statusCode(404);
    }

    @Test
    void theDraftAndAnEditionAreReadAsTheyWere() {
        designer.created(example.concept() + "/services", "{\"name\": \"Parking\"}");
        String then = now();
        designer.created(example.concept() + "/services", "{\"name\": \"Passports\"}");
        example.adopted("2026-01-01");
        String adopted = now();
        designer.created(example.concept() + "/services", "{\"name\": \"Marriages\"}");

        designer.get(document + "?asOf=" + then).statusCode(200).body(containsString("Draft of edition 1, as it was known on "),
                containsString("Parking"), not(containsString("Passports")));
        designer.get(document + "?lang=nl&asOf=" + then).body(containsString("Concept van editie 1, zoals bekend op "));
        designer.get(document + "?asOf=" + adopted).body(containsString("Draft of edition 2, as it was known on "),
                containsString("Passports"), not(containsString("Marriages")));
        designer.get(document + "?edition=1&asOf=" + then).statusCode(404);
        designer.get(document + "?edition=1&asOf=" + adopted).statusCode(200)
                .body(containsString("Edition 1, in force from January 1, 2026, as it was known on "));
        designer.get(document + "?asOf=2999-01-01T00:00:00Z").statusCode(200).body(not(containsString("as it was known")),
                containsString("Marriages"));
        designer.get(document + "?asOf=yesterday").statusCode(400).body("errors[0].pointer", equalTo("?asOf"));
    }

    @Test
    void whatHadToBeInPlaceThenIsNotToldAsIfItWereKnown() {
        new ToldRequirement(example, example.video()).with("name", "Headsets for all").opened();
        ToldRequirement.awaitBlocking(example, example.video(), 1);
        String then = now();

        designer.get(document + "?for=employees").body(containsString("Headsets for all"));
        designer.get(document + "?for=employees&asOf=" + then).statusCode(200)
                .body(containsString("What was being put in place then is left out"), not(containsString("Headsets for all")),
                        not(containsString("What must be in place")));
    }

    /** By the clock of the database, which may not be ours. */
    private String now() {
        return designer.get(example.concept() + "/history?sort=-version&limit=1").extract().path("items[0].when");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1", "one", "1.5", "99999999999" })
    void anEditionIsANumber(String edition) {
        designer.get(document + "?edition=" + edition).statusCode(400).body("errors[0].pointer", equalTo("?edition"));
    }

    @Test
    void whoMayNotReadConceptsReadsNoDocumentEither() {
        given().get(document).then().statusCode(401);
        designer.with("survey", "integration").get(document).statusCode(403);
        designer.with("otto", "operator").get(document).statusCode(403);
        Api.designer().get(document).statusCode(404);
        designer.get("/v1/concepts/none/document").statusCode(404)
                .body("type", equalTo("https://serviceconcept.io/problems/not-found"));
    }

    @Test
    void theTagChangesWithWhatThePageSaysAndInWhichLanguage() {
        String tag = designer.version(document);
        assertThat(tag).matches("\"[0-9a-f]{32}\"");

        designer.request().header("If-None-Match", tag).get(document).then().statusCode(304);
        designer.request().header("If-None-Match", tag).get(document + "?lang=nl").then().statusCode(200);
        designer.created(example.concept() + "/services", "{\"name\": \"Parking\"}");
        designer.request().header("If-None-Match", tag).get(document).then().statusCode(200);
    }

    @Test
    void employeesReadWhatIsExpectedOfThemAndWhatTheyMayExpect() {
        String need = designer.id(example.concept() + "/needs", """
                {"name": "Knowing the customer's case", "audience": "EMPLOYEE"}""");
        designer.request().contentType("application/json").body("{\"fit\": 4}")
                .put(example.concept() + "/gap-analysis/fits/" + need + "/" + example.desk()).then().statusCode(200);
        String service = designer.id(example.concept() + "/services", "{\"name\": \"Parking\"}");
        designer.created(example.concept() + "/offers", """
                {"service": "%s", "channel": "%s", "group": "%s", "promise": "You speak to a person",
                 "openingHours": [{"day": "MONDAY", "from": "09:00", "to": "17:00"}]}"""
                .formatted(service, example.desk(), example.young()));
        new ToldRequirement(example, example.video()).with("name", "Waived for good").opened().waived();
        new ToldRequirement(example, example.video()).with("name", HOSTILE.replace("\\\"", "\"")).opened();
        ToldRequirement.awaitBlocking(example, example.video(), 1);

        String page = designer.with("mila", "viewer").get(document + "?for=employees&lang=nl").statusCode(200)
                .contentType("text/html;charset=utf-8").extract().asString();

        assertThat(page).contains("<html lang=\"nl\">", "<h1>Voor medewerkers</h1>",
                "<h2>Wat klanten van u mogen verwachten</h2>", "You speak to a person", "maandag 09:00–17:00",
                "<h2>Wat u mag verwachten</h2>", "Knowing the customer&#39;s case", "<p>Desk</p>", "ICT", "Techniek",
                "1 december 2026", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("Being heard", "<script", "<img", "Waived for good", "NOT_FOUND", "null");
        designer.get(document + "?for=employees").body(containsString("<h1>For employees</h1>"));
    }

    @Test
    void anEditionIsReadByEmployeesTooAndNobodyElseHasAPageOfHisOwn() {
        example.adopted("2026-01-01");

        designer.get(document + "?for=employees&edition=1").statusCode(200)
                .body(containsString("Edition 1, in force from January 1, 2026"));
        designer.get(document + "?for=customers").statusCode(400).body("errors[0].pointer", equalTo("?for"));
    }

    @Test
    void hostileNamesComeOutAsText() {
        String named = "{\"name\": \"" + HOSTILE + "\"";
        String layer = designer.id(example.concept() + "/layers", named + ", \"approach\": \"OWN\", \"position\": 3}");
        String channel = designer.id(example.concept() + "/channels",
                named + ", \"kind\": \"OTHER\", \"layer\": \"" + layer + "\", \"means\": [\"" + HOSTILE + "\"]}");
        designer.created(example.concept() + "/customer-groups", named + ", \"description\": \"" + HOSTILE
                + "\", \"share\": 1, \"selfReliance\": \"LOW\", \"digitalSkill\": \"LOW\", \"homeLayer\": \"" + layer
                + "\", \"unusableChannels\": [{\"channel\": \"" + channel + "\", \"reason\": \"" + HOSTILE + "\"}]}");
        designer.created(example.concept() + "/needs", named + ", \"audience\": \"CUSTOMER\"}");
        designer.created(example.concept() + "/services", named + "}");
        designer.created(example.concept() + "/service-levels", named + ", \"promise\": \"" + HOSTILE + "\"}");
        designer.created(example.concept() + "/objectives", named + ", \"owner\": \"" + HOSTILE + "\"}");
        designer.created(example.concept() + "/assumptions",
                named + ", \"impact\": 1, \"uncertainty\": 1, \"owner\": \"" + HOSTILE + "\"}");
        designer.created(example.concept() + "/stakeholders",
                named + ", \"influence\": \"LOW\", \"interest\": \"LOW\", \"remark\": \"" + HOSTILE + "\"}");
        designer.created(example.concept() + "/research-activities", named + ", \"kind\": \"SURVEY\", \"startDate\": "
                + "\"2026-01-01\", \"description\": \"" + HOSTILE + "\"}");
        designer.created(example.concept() + "/insights", named + ", \"evidence\": [\"" + HOSTILE + "\"]}");
        designer.put(example.concept() + "/direction", "\"0\"", """
                {"mission": "%1$s", "values": ["%1$s"], "policyChoices": ["%1$s"]}""".formatted(HOSTILE)).statusCode(200);

        String page = designer.get(document).statusCode(200).extract().asString();

        assertThat(page.substring(page.indexOf("<figure class=\"heat\">"), page.indexOf("<details>")))
                .contains("&lt;script&gt;alert(1)");
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{page.name}", "&amp;amp;")
                .doesNotContain("<script", "<img", "' onload=");
        assertThat(Pattern.compile("<[^>]*\\son[a-z]+=").matcher(page).find()).isFalse();
        assertThat(Pattern.compile("<[^>]*\\sstyle=").matcher(page).find()).isFalse();
    }

    @Test
    void thePageNeedsNothingElseAndSaysSoItself() {
        String page = designer.get(document).extract().asString();

        assertThat(page).contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-")
                .doesNotContain("http://www.w3.org/1999/xlink", "src=", "<link", "@import", "url(");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
    }
}
