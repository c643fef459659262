package io.serviceconcept.local.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Scores the matrix of needs and channels as each of its assessors, whose fits replace those that they gave before. */
final class MatrixSteps {

    private final Story story;
    private final Ids ids;
    private final People people;
    private final String path;

    MatrixSteps(Story story, Ids ids, People people, String concept) {
        this.story = story;
        this.ids = ids;
        this.people = people;
        this.path = "/v1/concepts/" + concept;
    }

    /** Of each assessor the fits that come without a reason at once, the others one by one. */
    void assess() {
        Map<String, List<JsonNode>> plain = story.all("fits").stream().filter(row -> !row.has("rationale")).collect(
                Collectors.groupingBy(row -> row.path("assessor").asText(), LinkedHashMap::new, Collectors.toList()));
        plain.forEach((assessor, rows) -> people.called(assessor).putCsv(path + "/matrix", csv(rows)));
        story.all("fits").stream().filter(row -> row.has("rationale")).forEach(this::oneByOne);
    }

    private void oneByOne(JsonNode row) {
        Caller assessor = people.called(row.path("assessor").asText());
        String need = ids.of("need", row.path("need").asText());
        row.path("channels").properties().forEach(fit -> {
            ObjectNode body = Story.body(row, "rationale").put("fit", fit.getValue().asInt());
            assessor.put(path + "/gap-analysis/fits/" + need + "/" + ids.of("channel", fit.getKey()), body, null);
        });
    }

    /** A line per need, a column per channel, by name; what the assessor did not score is left empty. */
    private String csv(List<JsonNode> rows) {
        List<JsonNode> channels = story.all("channels");
        StringBuilder csv = new StringBuilder("need");
        channels.forEach(channel -> csv.append(',').append(quoted(channel)));
        for (JsonNode row : rows) {
            csv.append("\r\n").append(quoted(need(row.path("need").asText())));
            channels.forEach(channel -> csv.append(',').append(row.path("channels").path(Story.key(channel)).asText()));
        }
        return csv.append("\r\n").toString();
    }

    private JsonNode need(String key) {
        return story.all("needs").stream().filter(need -> Story.key(need).equals(key)).findFirst().orElseThrow(
                () -> new ExampleFailed("The example scores the need '" + key + "', which it does not hold"));
    }

    private static String quoted(JsonNode named) {
        return '"' + named.path("name").asText().replace("\"", "\"\"") + '"';
    }
}
