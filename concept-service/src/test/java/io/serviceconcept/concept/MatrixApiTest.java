package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** The matrix goes out and comes back as CSV. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MatrixApiTest {

    private static final String TABLE = "need,Desk,Video call\r\nBeing heard,4,2\r\nPersonal contact,,3\r\n";

    private Example example;
    private String matrix;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        matrix = example.concept() + "/matrix";
    }

    @Test
    void aMatrixIsAssessedInTheNameOfWhoSendsIt() {
        sent(example.designer(), TABLE).statusCode(200).body("fits", equalTo(3), "changed", equalTo(3));

        example.designer().get(example.concept() + "/gap-analysis").body("cells.fit", contains(3, 4, 2));
        example.designer().get(example.concept() + "/history?limit=200").body("items[-1].who", equalTo("dirk"),
                "items[-1].event", equalTo("concept.fit-assessed.v1"));
    }

    @Test
    void theSameMatrixAgainChangesNothing() {
        sent(example.designer(), TABLE).statusCode(200);
        String version = example.designer().version(example.concept());

        sent(example.designer(), TABLE).statusCode(200).body("fits", equalTo(3), "changed", equalTo(0));
        sent(example.designer(), got("?assessments=mine")).statusCode(200).body("changed", equalTo(0));
        sent(example.designer(), got("?assessments=mine&format=excel")).statusCode(200).body("changed", equalTo(0));

        assertThat(example.designer().version(example.concept())).isEqualTo(version);
    }

    @Test
    void theMatrixShowsTheMedianOfAllAndTheFitsOfOne() {
        sent(example.designer(), TABLE).statusCode(200);
        sent(example.designer().manager(), "need;Desk\nBeing heard;3\n").statusCode(200);

        assertThat(got("")).isEqualTo("\"need\",\"Desk\",\"Video call\"\r\n\"Being heard\",\"3.5\",\"2\"\r\n"
                + "\"Personal contact\",,\"3\"\r\n");
        assertThat(got("?format=excel")).contains("\"Being heard\";\"3,5\";\"2\"").startsWith("\uFEFF");
        assertThat(got("?assessments=mine")).contains("\"Being heard\",\"4\",\"2\"");
        example.designer().get(matrix).contentType("text/csv").header("Content-Disposition", containsString("matrix.csv"));
    }

    @Test
    void theMedianOfAllComesBackAsNothingToSay() {
        sent(example.designer(), TABLE).statusCode(200);
        sent(example.designer().manager(), "need;Desk\nBeing heard;3\n").statusCode(200);
        String version = example.designer().version(example.concept());

        sent(example.designer(), got("")).statusCode(200).body("fits", equalTo(2), "changed", equalTo(0));
        sent(example.designer(), got("?format=excel")).statusCode(200).body("changed", equalTo(0));
        sent(example.designer(), "need,Desk,Video call\nBeing heard,2.5,3.5\n").statusCode(400)
                .body("lines.code", contains("off-the-scale", "off-the-scale"))
                .body("lines[0].message", equalTo("is not a whole number 0-4: \"2.5\"; what you gave yourself is exported"
                        + " with ?assessments=mine"));

        assertThat(example.designer().version(example.concept())).isEqualTo(version);
    }

    @Test
    void withOneFaultNothingIsAssessedAndAllFaultsAreNamed() {
        String before = example.designer().version(example.concept());

        sent(example.designer(), "need,Desk,Fax\r\nBeing heard,7,1\r\nSpeed,3,\r\nBeing heard,1,\r\n").statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://serviceconcept.io/problems/invalid-matrix"))
                .body("lines.code", contains("unknown-channel", "off-the-scale", "unknown-need", "duplicate-need"))
                .body("lines.line", contains(1, 2, 3, 4)).body("lines.column", contains(3, 2, 1, 1));

        assertThat(example.designer().version(example.concept())).isEqualTo(before);
        example.designer().get(example.concept() + "/gap-analysis").body("cells", empty());
    }

    @Test
    void aRetiredChannelIsNotAssessedAndNotShown() {
        String desk = example.concept() + "/channels/" + example.desk();
        example.designer().put(desk + "/status", example.designer().version(desk), "{\"status\": \"RETIRED\"}")
                .statusCode(200);

        sent(example.designer(), TABLE).statusCode(400).body("lines.code", contains("channel-is-retired"));
        assertThat(got("")).doesNotContain("Desk");
    }

    @Test
    void aMatrixIsReadInItsCharset() {
        example.designer().created(example.concept() + "/needs", """
                {"name": "Eén loket", "audience": "CUSTOMER"}""");
        String table = "behoefte;Desk\r\nEén loket;3\r\n";

        put("text/csv; charset=windows-1252", table.getBytes(Charset.forName("windows-1252"))).statusCode(200);
        put("text/csv", table.getBytes(StandardCharsets.UTF_8)).statusCode(200).body("changed", equalTo(0));
        put("text/csv", table.getBytes(Charset.forName("windows-1252"))).statusCode(400).body("errors", hasSize(1));
        put("text/csv; charset=utf-16", table.getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void whatIsNoCsvOrTooMuchIsRefused() {
        put("application/json", "{}".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        put("text/csv", new byte[0]).statusCode(400);
        put("text/csv", "need,Desk\r\nBeing heard,\"4".getBytes(StandardCharsets.UTF_8)).statusCode(400).body("lines.code",
                contains("not-csv"));
        put("text/csv", new byte[1_000_001]).statusCode(413).contentType("application/problem+json");
    }

    @Test
    void whileProposedNothingIsAssessed() {
        Api manager = example.designer().manager();
        manager.put(example.concept() + "/proposal", manager.version(example.concept()), "").statusCode(200);

        sent(example.designer(), TABLE).statusCode(409)
                .body("type", equalTo("https://serviceconcept.io/problems/concept-is-proposed"));
    }

    @Test
    void theMatrixIsReadAsItWas() {
        sent(example.designer(), TABLE).statusCode(200);
        String then = example.designer().get(example.concept() + "/history?limit=200").extract().path("items[-1].when");
        sent(example.designer(), "need,Desk\nBeing heard,0\n").statusCode(200);

        assertThat(got("?asOf=" + then)).contains("\"Being heard\",\"4\",\"2\"");
        assertThat(got("")).contains("\"Being heard\",\"0\",\"2\"");
        example.designer().get(matrix + "?asOf=2020-01-01T00:00:00Z").statusCode(404);
        example.designer().get(matrix + "?asOf=then").statusCode(400).body("errors.pointer", contains("?asOf"));
        example.designer().get(matrix + "?format=xls&assessments=theirs").statusCode(400).body("errors", hasSize(2));
    }

    @Test
    void onlyDesignersAssessAndNobodyOfAnotherOrganisationSees() {
        for (String role : new String[] { "viewer", "analyst" }) {
            sent(example.designer().with("v", role), TABLE).statusCode(403);
            example.designer().with("v", role).get(matrix).statusCode(200);
        }
        example.designer().with("o", "operator").get(matrix).statusCode(403);
        Api.designer().get(matrix).statusCode(404);
        sent(Api.designer(), TABLE).statusCode(404);
    }

    private String got(String query) {
        return example.designer().get(matrix + query).statusCode(200).extract().asString();
    }

    private ValidatableResponse sent(Api api, String csv) {
        return api.request().contentType("text/csv; charset=UTF-8").body(csv.getBytes(StandardCharsets.UTF_8)).put(matrix)
                .then();
    }

    private ValidatableResponse put(String contentType, byte[] body) {
        // the client would add a charset of its own
        return example.designer().request()
                .config(RestAssured.config().encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(contentType).body(body).put(matrix).then();
    }
}
