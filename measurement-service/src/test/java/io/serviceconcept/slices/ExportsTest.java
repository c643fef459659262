package io.serviceconcept.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.eventsourcing.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ExportsTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");

    @Inject
    AgroalDataSource dataSource;

    private final Organisation city = Organisation.fresh();
    private String indicator = "";
    private String survey = "";

    @BeforeEach
    void drawUpASurvey() {
        indicator = city.satisfaction();
        survey = city.survey(indicator);
    }

    private String made(String role, String request) {
        String location = city.as(role).body(request).post("/v1/exports").then().statusCode(202).extract()
                .header("Location");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                () -> city.as(role).get(location).then().statusCode(200).extract().path("state").equals("DONE"));
        return location;
    }

    @Test
    void anExportThatFailsEveryTimeForADayIsGivenUp() throws SQLException {
        String location = city.as("analyst").body("""
                {"of": "RESPONSES", "format": "CSV", "survey": "%s"}""".formatted(survey)).post("/v1/exports").then()
                .statusCode(202).extract().header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        String rule = "failing_" + city.name().replace('-', '_');
        execute("CREATE FUNCTION " + rule + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.id = '" + id + "' AND NEW.state = 'DONE' THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$");
        execute("CREATE TRIGGER " + rule + " BEFORE INSERT OR UPDATE ON export_work FOR EACH ROW EXECUTE FUNCTION " + rule
                + "()");
        try {
            execute("DELETE FROM export_work WHERE id = '" + id + "'");
            Awaitility.await().until(() -> postponed(id) > 0);
            execute("UPDATE export_work SET postponed = 100 WHERE id = '" + id + "'");
            Awaitility.await().until(() -> postponed(id) > 101);
            city.as("analyst").get(location + "/content").then().statusCode(409);

            execute("UPDATE export_work SET postponed_since = now() - interval '25 hours' WHERE id = '" + id + "'");

            Awaitility.await().untilAsserted(() -> city.as("analyst").get(location).then().body("state", equalTo("FAILED"))
                    .body("content", nullValue()).body("finishedAt", notNullValue()));
            city.as("analyst").get(location + "/content").then().statusCode(410).body("type", endsWith("export-failed"));
        } finally {
            execute("DROP TRIGGER " + rule + " ON export_work");
            execute("DROP FUNCTION " + rule + "()");
        }
    }

    private int postponed(String export) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT postponed FROM export_work WHERE id = '" + export + "'")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String downloaded(String role, String location) {
        return city.as(role).get(location + "/content").then().statusCode(200).extract().asString();
    }

    @Test
    void resultsAreExportedAsTheyAreShown() {
        city.push(survey, MARCH, Organisation.times(12, 8), Map.of("location", "=Town hall"));
        city.push(survey, MARCH, Organisation.times(9, 1), Map.of("location", "Library"));
        city.resultsOf(indicator, "period=MONTH&dimension=LOCATION", null, null);
        city.resultsOf(indicator, "period=MONTH", 21);

        String location = made("integration", """
                {"of": "RESULTS", "format": "CSV", "indicators": ["%s"], "period": "MONTH",
                 "dimensions": ["ALL", "LOCATION"], "from": "2026-01-01"}""".formatted(indicator));
        String file = downloaded("integration", location);

        assertThat(file.lines().findFirst()).hasValueSatisfying(header -> assertThat(header).startsWith("indicator,name,unit"));
        assertThat(file).contains("'=Town hall").doesNotContain(",=Town hall");
        // nine answers are hidden, in a file as well
        assertThat(file.lines().filter(line -> line.contains("Library")))
                .isNotEmpty().allSatisfy(line -> {
                    Map<String, String> hidden = cells(file, line);
                    assertThat(hidden).containsEntry("state", "HIDDEN");
                    assertThat(List.of("n", "figure", "low", "high")).allSatisfy(
                            column -> assertThat(hidden).containsEntry(column, ""));
                });
        assertThat(file.lines().filter(line -> line.contains(",ALL,")).map(line -> cells(file, line).get("n")))
                .containsExactly("21");
        city.as("analyst").get(location + "/history").then().statusCode(200).body("items.event",
                contains("measurement.export-requested.v1", "measurement.export-downloaded.v1"));
    }

    @Test
    void whatIsToldBesideAFigureIsExportedToo() {
        String effort = city.define("""
                {"name": "Effort", "unit": "mark", "better": "HIGHER", "audience": "CUSTOMER", "kind": "CES"}""");
        String asked = city.as("analyst").body("""
                {"name": "s", "concept": "%s", "inUseFrom": "2025-01-01T00:00:00Z", "questions": [
                  {"id": "mark", "text": {"nl": "Hoe makkelijk?"}, "scale": {"min": 1, "max": 7}, "indicators": ["%s"]}]}
                """.formatted(Organisation.id(), effort)).post("/v1/surveys").then().statusCode(201).extract().path("id");
        city.push(asked, MARCH, Organisation.times(8, 4));
        city.push(asked, MARCH, Organisation.times(32, 6));
        String concept = Organisation.id();
        String objective = Organisation.id();
        try (Topics topics = new Topics()) {
            topics.publish(city, "concept-events", "concept-" + concept, "concept.edition-adopted.v1", """
                    {"concept": "%s", "name": "C", "edition": 1, "inForceFrom": "2026-01-01", "objectives": [
                      {"id": "%s", "name": "o", "indicator": "%s", "window": "MONTH",
                       "target": {"comparison": "AT_LEAST", "value": 2}}]}
                    """.formatted(concept, objective, effort));
        }
        Awaitility.await().untilAsserted(() -> assertThat(city.results(effort, "period=MONTH&from=2026-03-01&to=2026-03-31")
                .getString("items[0].verdicts[0].verdict")).isEqualTo("MET"));
        String request = """
                {"of": "RESULTS", "format": "%s", "indicators": ["%s"], "period": "MONTH", "from": "2026-03-01",
                 "to": "2026-03-31"}""";

        String file = downloaded("integration", made("integration", request.formatted("CSV", effort)));
        JsonPath line = JsonPath.from(downloaded("integration", made("integration", request.formatted("NDJSON", effort))));

        Map<String, String> cells = cells(file, file.lines().skip(1).findFirst().orElseThrow());
        assertThat(cells).containsEntry("share", "80").containsEntry("p50", "6").containsEntry("p90", "6")
                .containsEntry("p90Low", "6").containsEntry("p95Low", "")
                .containsEntry("verdicts", concept + "|1|" + objective + "|MET|false|false");
        assertThat(Double.parseDouble(cells.get("shareHigh"))).isBetween(80.0, 100.0);
        assertThat(line.getDouble("share")).isEqualTo(80);
        assertThat(line.getDouble("p50")).isEqualTo(6);
        assertThat(line.getString("verdicts[0].objective")).isEqualTo(objective);
        assertThat(line.getBoolean("verdicts[0].provisional")).isFalse();
    }

    @Test
    void resultsAreExportedByAnEarlierDefinitionAndAsTheyWereKnown() {
        city.push(survey, MARCH, Organisation.times(10, 8));
        city.resultsOf(indicator, "period=MONTH", 10);
        Instant known = Instant.now();
        city.as("analyst").header("If-Match", "\"1\"").body("""
                {"name": "Satisfied", "unit": "%", "better": "HIGHER", "kind": "TOP_BOX",
                 "scale": {"min": 1, "max": 10}, "cutOff": 8}""").post("/v1/indicators/" + indicator + "/versions").then()
                .statusCode(201);
        Awaitility.await().untilAsserted(() -> assertThat(city.results(indicator, "period=MONTH").getInt("items[0].figure"))
                .isEqualTo(100));
        String request = """
                {"of": "RESULTS", "format": "NDJSON", "indicators": ["%s"], "period": "%s"%s}""";

        JsonPath before = JsonPath.from(downloaded("analyst", made("analyst",
                request.formatted(indicator, "MONTH", ", \"definitionVersion\": 1"))));
        assertThat(before.getInt("figure")).isEqualTo(8);
        assertThat(before.getString("unit")).isEqualTo("mark");
        JsonPath then = JsonPath.from(downloaded("analyst", made("analyst",
                request.formatted(indicator, "MONTH", ", \"asOf\": \"" + known + '"'))));
        assertThat(then.getInt("figure")).isEqualTo(8);
        assertThat(then.getInt("definitionVersion")).isEqualTo(1);
        assertThat(then.getString("unit")).isEqualTo("mark");
        assertThat(downloaded("analyst", made("analyst",
                request.formatted(indicator, "MONTH", ", \"asOf\": \"2026-01-01T00:00:00Z\"")))).isEmpty();
        refused(request.formatted(indicator, "MONTH", ", \"definitionVersion\": 3"), "/definitionVersion");
        refused(request.formatted(indicator, "MONTH", ", \"definitionVersion\": 1, \"asOf\": \"2026-01-01T00:00:00Z\""),
                "/asOf");
        refused(request.formatted(indicator, "DAY", ", \"asOf\": \"2026-01-01T00:00:00Z\""), "/asOf");
        refused("""
                {"of": "RESPONSES", "format": "CSV", "survey": "%s", "definitionVersion": 1}""".formatted(survey),
                "/definitionVersion");
    }

    private void refused(String request, String pointer) {
        city.as("analyst").body(request).post("/v1/exports").then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    /** The cells of a line in which nothing is quoted, by the names in the first line. */
    private static Map<String, String> cells(String file, String line) {
        String[] names = file.lines().findFirst().orElseThrow().split(",");
        String[] cells = line.split(",", -1);
        assertThat(cells).hasSameSizeAs(names);
        return IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> names[i], i -> cells[i]));
    }

    @Test
    void aPlaceWhoseNameEndsInASpaceEndsNoPageTwice() {
        // more places than a page holds: what one page gave, the next goes on after
        for (int place = 0; place < 205; place++) {
            city.as("integration").body("""
                    {"source": "s", "key": "k-%d", "indicator": "%s", "from": "2026-03-01", "to": "2026-03-31",
                     "reported": {"value": 7}, "location": "Desk %03d "}""".formatted(place, indicator, place))
                    .post("/v1/observations").then().statusCode(201);
        }
        String request = """
                {"of": "RESULTS", "format": "NDJSON", "indicators": ["%s"], "period": "MONTH", "dimensions": ["LOCATION", "ALL"],
                 "from": "2026-03-01", "to": "2026-03-31"}"""
                .formatted(indicator);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(downloaded("integration", made("integration", request)).lines()
                        .filter(line -> line.contains("\"LOCATION\""))).hasSize(205).doesNotHaveDuplicates());
    }

    @Test
    void responsesAreForAnalystsAndAdmins() {
        city.push(survey, MARCH, List.of(8, 3), Map.of("location", "Town hall"));
        String request = """
                {"of": "RESPONSES", "format": "NDJSON", "survey": "%s"}""".formatted(survey);

        city.as("manager", "integration").body(request).post("/v1/exports").then().statusCode(403);
        String location = made("analyst", request);
        String file = downloaded("analyst", location);

        assertThat(file.lines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("\"location\":\"Town hall\"",
                "\"answers.mark\":").doesNotContain("stream"));
        city.as("manager", "integration").get(location + "/content").then().statusCode(403);
        city.as("analyst").body(request.replace("\"format\"", "\"personal\": true, \"format\"")).post("/v1/exports").then()
                .statusCode(403);
        city.as("analyst").get("/v1/exports").then().statusCode(200).body("items.id", hasItem(
                location.substring(location.lastIndexOf('/') + 1)));
    }

    @Test
    void aPersonIsInAnExportForAdminsUntilSheIsErased() {
        String subject = city.as("integration").body("""
                {"id": "r-1", "interactionAt": "2026-03-01T10:00:00Z", "customer": "p-4711",
                 "answers": [{"question": "mark", "value": 8}]}""").post("/v1/surveys/" + survey + "/responses").then()
                .statusCode(201).extract().path("subject");
        String request = """
                {"of": "RESPONSES", "format": "CSV", "survey": "%s"%s}""";

        assertThat(downloaded("analyst", made("analyst", request.formatted(survey, "")))).doesNotContain("p-4711");
        String location = made("admin", request.formatted(survey, ", \"personal\": true"));
        assertThat(downloaded("admin", location)).contains("p-4711");
        city.as("analyst").get(location + "/content").then().statusCode(403);

        try (Topics topics = new Topics()) {
            topics.publishState(city, "concept-service-erasures", "/concept-service", subject, "subject.erased.v1", """
                    {"organisation": "%s", "subject": "%s", "erasedAt": "%s"}""".formatted(city.name(), subject,
                    Instant.now()));
            // the file that was made before as well
            Awaitility.await()
                    .untilAsserted(() -> assertThat(downloaded("admin", location)).doesNotContain("p-4711").contains(",8"));
        }
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        city.as("analyst").body("""
                {"of": "RESULTS", "format": "XLS", "survey": "%s"}""".formatted(survey)).post("/v1/exports").then()
                .statusCode(400).body("errors.pointer", contains("/format"));
        city.as("analyst").body("""
                {"of": "RESULTS", "format": "CSV", "survey": "%s", "indicators": ["%s"], "personal": true,
                 "from": "2026-02-01", "to": "2026-01-01"}""".formatted(survey, Organisation.id())).post("/v1/exports").then()
                .statusCode(400).body("errors.pointer",
                        containsInAnyOrder("/indicators/0", "/period", "/survey", "/personal", "/to"));
        city.as("viewer").body("{}").post("/v1/exports").then().statusCode(403);
        city.as("analyst").get("/v1/exports/" + Organisation.id()).then().statusCode(404);
    }

    @Test
    void anExportIsOfItsOrganisationAlone() {
        String location = made("analyst", """
                {"of": "RESULTS", "format": "NDJSON", "indicators": ["%s"], "period": "YEAR"}""".formatted(indicator));

        Organisation.fresh().as("admin").get(location).then().statusCode(404);
        Organisation.fresh().as("admin").get(location + "/content").then().statusCode(404);
        city.as("analyst").get(location + "/content").then().statusCode(200).header("Content-Disposition",
                containsString(".ndjson")).header("Content-Type", containsString("ndjson"));
        city.as("analyst").get(location).then().body("content", endsWith("/content")).body("rows", equalTo(0));
    }
}
