package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.RealParts;
import io.serviceconcept.eventsourcing.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class ImportsTest {

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final Organisation city = Organisation.fresh();
    private String indicator = "";
    private String survey = "";

    @BeforeEach
    void drawUpASurvey() {
        indicator = city.satisfaction();
        survey = city.survey(indicator);
    }

    private RequestSpecification sender(String type) {
        return RestAssured.given().config(AS_IT_IS).auth().oauth2(Tokens.of(city.name(), "tool", "integration"))
                .contentType(type);
    }

    private ValidatableResponse upload(String type, byte[] file) {
        return sender(type).body(file).post("/v1/imports?of=RESPONSES&survey=" + survey).then();
    }

    private ValidatableResponse csv(String file) {
        return upload("text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private JsonPath over(String location) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> List.of("DONE", "FAILED")
                .contains(sender("text/csv").get(location).then().statusCode(200).extract().<String> path("state")));
        return sender("text/csv").get(location).then().extract().jsonPath();
    }

    private JsonPath imported(ValidatableResponse accepted) {
        return over(accepted.statusCode(202).extract().header("Location"));
    }

    private List<String> errors(JsonPath done) {
        JsonPath page = sender("text/csv").get("/v1/imports/" + done.getString("id") + "/errors?limit=200").then()
                .statusCode(200).extract().jsonPath();
        return IntStream.range(0, page.getList("items").size()).mapToObj(i -> page.getString("items[" + i + "].line") + ':'
                + page.getString("items[" + i + "].column") + ' ' + page.getString("items[" + i + "].message")).toList();
    }

    private long counted() {
        return city.results(indicator, "period=YEAR&from=2026-01-01").getList("items.n", Long.class).stream()
                .mapToLong(n -> n).sum();
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "r-" + i + ",2026-03-01T10:00:00+01:00," + (1 + i % 10))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whyAFileWasUploadedIsToldOfAllThatItChanged() {
        imported(sender("text/csv").header("Change-Reason", "Van papier overgenomen: caf%C3%A9")
                .body(("id,interactionAt,mark\n" + lines(0, 2) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then());

        city.as("analyst").get("/v1/surveys/" + survey + "/responses/r-1/history").then().statusCode(200)
                .body("items.why", contains("Van papier overgenomen: café"));
        sender("text/csv").header("Change-Reason", "%").body("id".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then().statusCode(400);
    }

    @Test
    void aFileIsTakenInAndTheSameAgainChangesNothing() {
        String file = "id,interactionAt,mark\n" + lines(0, 2_500) + "\n";

        JsonPath done = imported(csv(file));

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getLong("counts.stored")).isEqualTo(2_500);
        assertThat(done.getInt("progress.percent")).isEqualTo(100);
        Awaitility.await().untilAsserted(() -> assertThat(counted()).isEqualTo(2_500));

        JsonPath again = imported(csv(file));
        assertThat(again.getLong("counts.unchanged")).isEqualTo(2_500);
        assertThat(again.getLong("counts.stored")).isZero();
    }

    @Test
    void theGoodLinesAreStoredAndTheBadOnesListedWithLineAndColumn() {
        JsonPath done = imported(csv("\uFEFFid;interactionAt;mark;ease\r\n"
                + "r-1;2026-03-01T10:00:00Z;7,5;8\r\n"
                + "r-2;2026-03-01T10:00:00Z;11;8\r\n"
                + "r-3;\"2026-03-01T10:00:00Z;7;8\r\n"
                + "r-4;yesterday;7;8\r\n"
                + "r-5;2026-03-01T10:00:00Z;7\r\n"
                + "\r\n"
                + "r-6;2020-03-01T10:00:00Z;7;\r\n"
                + "r-1;2026-03-01T10:00:00Z;9;8\r\n"
                + "r-7;2026-03-01T10:00:00Z;good;8\r\n"
                + "r-8;2026-03-01T10:00:00Z;7;8"));

        assertThat(done.getLong("counts.stored")).isEqualTo(2);
        assertThat(done.getLong("counts.conflicting")).isEqualTo(1);
        assertThat(done.getLong("counts.invalid")).isEqualTo(6);
        assertThat(errors(done)).extracting(error -> error.substring(0, error.indexOf(' '))).containsExactlyInAnyOrder(
                "3:3", "4:2", "5:2", "6:4", "8:2", "9:1", "10:3");
        assertThat(errors(done)).contains("4:2 a quote is opened and not closed",
                "6:4 has 3 columns where the first line has 4");
    }

    @Test
    void aLineThatIsNotUtf8IsListed() {
        JsonPath done = imported(upload("text/csv", ("id,interactionAt,mark,location\n"
                + "r-1,2026-03-01T10:00:00Z,7,Café\n").getBytes(Charset.forName("windows-1252"))));

        assertThat(errors(done)).containsExactly("2:4 is not UTF-8");
    }

    @Test
    void aFileWithoutAReadableHeaderFailsAsAWhole() {
        JsonPath failed = imported(csv("id,colour,interactionAt,id\nr-1,red,2026-03-01T10:00:00Z,r-1\n"));

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(errors(failed)).containsExactly("1:2 is no field, and no question", "1:4 occurs twice");
        assertThat(imported(csv("")).getString("state")).isEqualTo("FAILED");
        assertThat(imported(upload("text/csv", "id,mark\n".getBytes(StandardCharsets.UTF_16))).getString("state"))
                .isEqualTo("FAILED");
    }

    @Test
    void aFileThatCannotBeStoredAsTextKeepsNobodyWaiting() {
        byte[] half = ("id,interactionAt,mark,lo\0cation\n" + lines(0, 1)).getBytes(StandardCharsets.UTF_8);
        String name = "{\"id\": \"r-1\", \"interactionAt\": \"2026-03-01T10:00:00Z\", \"answers\": [], \"b\\u0000\\ud800\": 1}\n"
                + "{\"id\": \"r-2\", \"id\\u0000\": 1, \"id\\u0000\": 2}";

        JsonPath failed = imported(upload("text/csv", half));
        JsonPath done = imported(upload("application/x-ndjson", name.getBytes(StandardCharsets.UTF_8)));

        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(errors(failed)).containsExactly("1:4 holds a NUL");
        assertThat(errors(done)).hasSize(2).first().asString()
                .startsWith("1:").endsWith("is a name that holds a NUL or half a character");
        assertThat(imported(csv("id,interactionAt,mark\n" + lines(0, 1))).getLong("counts.stored")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-16", "UTF-16LE", "UTF-16BE" })
    void aFileInAnotherEncodingOfUnicodeFailsAsAWhole(String encoding) {
        String line = "{\"id\": \"r-1\", \"interactionAt\": \"2026-03-01T10:00:00Z\", \"answers\": [{\"question\": \"mark\", \"value\": 8}]}\n";

        JsonPath table = imported(
                upload("text/csv", ("id,interactionAt,mark\n" + lines(0, 2)).getBytes(Charset.forName(encoding))));
        JsonPath json = imported(upload("application/x-ndjson", line.repeat(2).getBytes(Charset.forName(encoding))));

        assertThat(List.of(table, json)).allSatisfy(failed -> {
            assertThat(failed.getString("state")).isEqualTo("FAILED");
            assertThat(errors(failed)).containsExactly("1:1 is not UTF-8 but, it seems, UTF-16 or UTF-32");
        });
    }

    @Test
    void aLineInAnotherEncodingIsListedWithThePlace() {
        String line = "{\"id\": \"%s\", \"interactionAt\": \"2026-03-01T10:00:00Z\", \"answers\": [{\"question\": \"mark\", \"value\": 8}], \"location\": \"%s\"}\n";

        JsonPath json = imported(
                upload("application/x-ndjson", (line.formatted("r-1", "Caf\u00e9") + line.formatted("r-2", "Bar"))
                        .getBytes(StandardCharsets.ISO_8859_1)));
        JsonPath header = imported(
                upload("text/csv", "id,interactionAt,d\u00e9partement\n".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(json.getLong("counts.stored")).isEqualTo(1);
        assertThat(errors(json)).containsExactly("1:119 is not UTF-8");
        assertThat(errors(header)).containsExactly("1:3 is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/csv", "application/x-ndjson" })
    void aLineThatIsLongerThanAllThatIsLookedAtIsLeftOut(String type) {
        boolean isTable = type.equals("text/csv");
        String line = "{\"id\": \"%s\", \"interactionAt\": \"2026-03-01T10:00:00Z\", \"answers\": [{\"question\": \"mark\", \"value\": 8}]}";
        String first = isTable ? "id,interactionAt,mark" : line.formatted("r-8");
        String last = isTable ? lines(9, 10) : line.formatted("r-9");

        JsonPath done = imported(
                upload(type, (first + '\n' + "x".repeat(7 << 20) + '\n' + last).getBytes(StandardCharsets.UTF_8)));

        assertThat(errors(done)).containsExactly("2:1 is longer than 1048576 bytes");
        assertThat(done.getLong("counts.stored")).isEqualTo(isTable ? 1 : 2);
    }

    @Test
    void whatIsMissingIsListedWithThePlaceWhereItShouldBe() {
        JsonPath table = imported(csv("id,mark,interactionAt\n,8,2026-03-01T10:00:00Z\nr-1,8,\n"));
        JsonPath json = imported(upload("application/x-ndjson", """
                  {"id": "r-2", "interactionAt": "2026-03-01T10:00:00Z"}
                {"id": "r-3", "interactionAt": "2026-03-01T10:00:00Z", "answers": [{"question": "mark"}]}
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(errors(table)).extracting(error -> error.substring(0, error.indexOf(' '))).containsExactly("2:1", "3:3");
        assertThat(errors(json)).extracting(error -> error.substring(0, error.indexOf(' '))).containsExactly("1:3", "2:68");
    }

    @Test
    void errorsQuoteNothingOfALine() {
        JsonPath headless = imported(csv("p-4711,2026-03-01T10:00:00Z,8\n"));
        JsonPath done = imported(csv("id,interactionAt,mark,customer,channel\nr-1,p-4711,p-4711,p-4711,p-4711\n"));

        assertThat(headless.getString("state")).isEqualTo("FAILED");
        assertThat(errors(headless)).isNotEmpty().noneMatch(error -> error.contains("p-4711"));
        assertThat(errors(done)).hasSizeGreaterThanOrEqualTo(3).noneMatch(error -> error.contains("p-4711"));
    }

    @Test
    void columnsMayBeCalledOtherwise() {
        JsonPath done = imported(sender("text/csv").queryParam("column", "Nummer=id", "Datum=interactionAt", "Cijfer=mark",
                "Opmerking=").body("Nummer,Datum,Cijfer,Opmerking\nr-1,2026-03-01T10:00:00Z,8,\"Good,\nreally\"\n")
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then());

        assertThat(done.getLong("counts.stored")).isEqualTo(1);
    }

    @Test
    void linesOfJsonAreTakenInToo() {
        String line = "{\"id\": \"%s\", \"interactionAt\": \"2026-03-01T10:00:00Z\", \"answers\": [{\"question\": \"mark\", \"value\": 8}]}";
        String file = "\uFEFF" + line.formatted("r-1") + "\r\n{\"id\": \n\n" + line.formatted("r-2").replace("8", "11") + '\n'
                + "x".repeat(1 << 21) + '\n' + line.formatted("r-3");

        JsonPath done = imported(upload("application/x-ndjson", file.getBytes(StandardCharsets.UTF_8)));

        assertThat(done.getLong("counts.stored")).isEqualTo(2);
        assertThat(errors(done)).hasSize(3).contains("5:1 is longer than 1048576 bytes",
                "4:98 is not on the scale from 1 to 10");
        assertThat(errors(done).getFirst()).startsWith("2:").endsWith(" is not JSON");
    }

    @Test
    void aCompressedFileIsTakenIn() throws IOException {
        byte[] file = gzip(("id,interactionAt,mark\n" + lines(0, 50)).getBytes(StandardCharsets.UTF_8));

        assertThat(imported(sender("text/csv").header("Content-Encoding", "gzip").body(file)
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then()).getLong("counts.stored")).isEqualTo(50);
        sender("text/csv").header("Content-Encoding", "br").body(file)
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then().statusCode(415);
        sender("text/csv").header("Content-Encoding", "gzip").body(Arrays.copyOf(file, file.length / 2))
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then().statusCode(400)
                .body("type", endsWith("/broken-compression"));
        sender("text/csv").header("Content-Encoding", "gzip").body("no gzip at all")
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then().statusCode(400);
    }

    @Test
    void aFileThatBecomesMuchLargerIsRefused() throws IOException {
        byte[] bomb = gzip(new byte[30 << 20]);

        sender("text/csv").header("Content-Encoding", "gzip").body(bomb)
                .post("/v1/imports?of=RESPONSES&survey=" + survey).then().statusCode(413)
                .body("type", endsWith("/compressed-too-much"));
        sender("text/csv").get("/v1/imports").then().statusCode(200).body("items", hasSize(0));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    @Test
    void onlyFilesMayBeLarge() {
        byte[] large = ("id,interactionAt,mark\n" + "\n".repeat(11 << 20) + lines(0, 3)).getBytes(StandardCharsets.UTF_8);

        assertThat(imported(upload("text/csv", large)).getLong("counts.stored")).isEqualTo(3);
        sender("application/json").body(large).post("/v1/surveys/" + survey + "/responses").then().statusCode(413);
    }

    @Test
    void observationsAreImportedToo() {
        String visitors = city.visitors();

        JsonPath done = over(sender("text/csv").body("source,key,indicator,from,to,value,reported,n,location\n"
                + "desk,k-1," + visitors + ",2026-03-01,2026-03-01,12,,,North\n"
                + "desk,k-2," + visitors + ",2026-03-01,2026-03-01,12,,,Elsewhere\n"
                + "desk,k-3," + indicator + ",2026-01-01,2026-01-31,,7.1,300,\n")
                .post("/v1/imports?of=OBSERVATIONS").then().statusCode(202).extract().header("Location"));

        assertThat(done.getLong("counts.stored")).isEqualTo(2);
        assertThat(errors(done)).containsExactly("3:9 is not one of the locations of this indicator");
    }

    @Test
    void totalsOfSharesAndDurationsAreImportedAndAKeyThatIsUsedTwiceIsListed() {
        String share = city.define("""
                {"name": "Digital", "unit": "%", "better": "HIGHER", "audience": "CUSTOMER", "kind": "SHARE"}""");
        String duration = city.define("""
                {"name": "Waiting", "unit": "min", "better": "LOWER", "audience": "CUSTOMER", "kind": "DURATION"}""");

        JsonPath done = over(sender("text/csv").body("source,key,indicator,from,to,value,of\n"
                + "web,k-1," + share + ",2026-03-01,2026-03-31,40,50\n"
                + "web,k-2," + duration + ",2026-03-01,2026-03-31,600,40\n"
                + "web,k-3," + share + ",2026-03-01,2026-03-31,40,\n"
                + "web,k-1," + share + ",2026-03-01,2026-03-31,41,50\n")
                .post("/v1/imports?of=OBSERVATIONS").then().statusCode(202).extract().header("Location"));

        assertThat(done.getLong("counts.stored")).isEqualTo(2);
        assertThat(errors(done)).extracting(error -> error.substring(0, error.indexOf(' '))).containsExactlyInAnyOrder("4:7",
                "5:2");
        Awaitility.await().untilAsserted(() -> assertThat(city.results(share, "period=MONTH&from=2026-03-01")
                .getFloat("items[0].figure")).isEqualTo(80));
    }

    @Test
    void volumesAndReportedFiguresOfATableAreImportedAndTheirBadLinesListed() {
        String channel = Organisation.id();
        JsonPath volumes = over(sender("text/csv").body("from;to;channel;invited;returned\n"
                + "2019-10-01;2019-12-31;;1808680;304687\n"
                + "2019-10-01;2019-12-31;" + channel + ";24;9\n"
                + "2020-01-01;2020-03-31;;10;11\n"
                + "2020-03-31;2020-01-01;;10;\n"
                + "2019-10-01;2019-12-31;;1808680;304688\n")
                .post("/v1/imports?of=VOLUMES&column=invited=offered&column=returned=answered&survey=" + survey).then()
                .statusCode(202).extract().header("Location"));
        JsonPath figures = over(sender("text/csv").body("source,key,indicator,from,to,reported,n\n"
                + "hisp,q4," + indicator + ",2025-10-01,2025-12-31,7.9,304687\n"
                + "hisp,q1," + indicator + ",2026-01-01,2026-03-31,79,304687\n")
                .post("/v1/imports?of=OBSERVATIONS").then().statusCode(202).extract().header("Location"));

        assertThat(volumes.getLong("counts.stored")).isEqualTo(2);
        assertThat(volumes.getLong("counts.invalid")).isEqualTo(2);
        assertThat(volumes.getLong("counts.conflicting")).isEqualTo(1);
        assertThat(errors(volumes)).extracting(error -> error.substring(0, error.indexOf(' '))).containsExactlyInAnyOrder(
                "4:5", "5:2", "6:1");
        city.as("viewer").get("/v1/surveys/" + survey + "/response-rates?period=QUARTER").then().statusCode(200)
                .body("items.answered", contains(304687));
        assertThat(figures.getLong("counts.stored")).isEqualTo(1);
        assertThat(errors(figures)).extracting(error -> error.substring(0, error.indexOf(' '))).containsExactly("3:6");
        Awaitility.await().untilAsserted(() -> assertThat(city.results(indicator, "period=QUARTER&from=2025-10-01")
                .getFloat("items[0].figure")).isEqualTo(7.9f));
    }

    @Test
    void linesOfVolumesAreImportedAsTheyArePushed() {
        JsonPath done = over(sender("application/x-ndjson").body("""
                {"from": "2019-10-01", "to": "2019-12-31", "offered": 24, "answered": 12}
                {"from": "2019-10-01", "to": "2019-12-31", "offered": 24, "answered": 12}
                {"from": "2020-01-01", "to": "2020-03-31", "answered": 12}
                """.getBytes(StandardCharsets.UTF_8)).post("/v1/imports?of=VOLUMES&survey=" + survey).then().statusCode(202)
                .extract().header("Location"));

        assertThat(done.getString("of")).isEqualTo("VOLUMES");
        assertThat(done.getLong("counts.stored")).isEqualTo(1);
        assertThat(done.getLong("counts.unchanged")).isEqualTo(1);
        assertThat(errors(done)).containsExactly("3:1 customers or offered is needed");
        sender("text/csv").body("from,to,offered\n").post("/v1/imports?of=VOLUMES").then().statusCode(400)
                .body("errors.pointer", contains("?survey"));
    }

    @Test
    void everythingThatIsWrongWithARequestIsNamed() {
        sender("application/x-ndjson").body("{}".getBytes(StandardCharsets.UTF_8)).post("/v1/imports?of=APPLES&column=x=y")
                .then().statusCode(400)
                .body("errors.pointer", containsInAnyOrder("?of", "?column"));
        sender("text/csv").body("id").post("/v1/imports?of=RESPONSES&survey=" + Organisation.id()).then().statusCode(400)
                .body("errors.pointer", contains("?survey"));
        sender("application/json").body("{}").post("/v1/imports?of=RESPONSES&survey=" + survey).then().statusCode(415);
    }

    /** A request of its own each time: one that is sent again would keep what was asked for before. */
    private ValidatableResponse again(int lines, Map<String, String> asked) {
        return sender("text/csv").header("Idempotency-Key", "file-1").queryParams(asked)
                .body("id,interactionAt,mark\n" + lines(0, lines)).post("/v1/imports").then();
    }

    @Test
    void theSameRequestAgainIsTheSameImport() {
        Map<String, String> asked = Map.of("of", "RESPONSES", "survey", survey);
        String first = again(2, asked).statusCode(202).extract().header("Location");

        again(2, asked).statusCode(202).header("Location", equalTo(first));
        again(3, asked).statusCode(409).body("type", endsWith("/idempotency-key-reused"));
        for (Map<String, String> other : List.of(Map.of("of", "OBSERVATIONS"),
                Map.of("of", "RESPONSES", "survey", survey, "column", "mark=ease"),
                Map.of("of", "RESPONSES", "survey", city.survey(indicator)))) {
            again(2, other).statusCode(409).body("type", endsWith("/idempotency-key-reused"));
        }
    }

    @Test
    void anImportIsOfItsOrganisationAlone() {
        String location = csv("id,interactionAt,mark\n" + lines(0, 1)).statusCode(202).extract().header("Location");

        Organisation.fresh().as("admin").get(location).then().statusCode(404);
        Organisation.fresh().as("admin").get(location + "/errors").then().statusCode(404);
        city.as("viewer").get(location).then().statusCode(403);
        city.as("manager").get("/v1/imports").then().statusCode(200).body("items.id", hasItem(endsWith(
                location.substring(location.lastIndexOf('/') + 1))));
    }
}
