package io.serviceconcept.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.restassured.response.Response;
import io.serviceconcept.local.examples.ExampleLoader;
import io.serviceconcept.local.examples.LoadedExample;

/** What would be otherwise, beside plain loops over files in which it is. Nothing of it is stored. */
class WhatIfIT {

    @ParameterizedTest
    @CsvSource({ "municipality.json,existing,desk,phone,no-queue,not-digital",
            "municipality.json,planned,desk,phone,no-queue,not-digital",
            "fashion-for-you.json,existing,chatbot,live-chat,right-size,independent" })
    void whatIsSupposedIsWhatAFileWithItGives(String file, String status, String removed, String closed, String need,
            String group) {
        boolean municipality = file.equals(ExampleLoader.MUNICIPALITY);
        LoadedExample example = municipality ? TestPlatform.municipality() : TestPlatform.fashionForYou();
        JsonNode former = Gateway.example(file);
        String person = municipality ? "mila" : "fenna";
        String concept = "/v1/concepts/" + example.concept();
        JsonNode before = Gateway.get(person, concept);

        Response answer = Gateway.as(person).body(supposed(example, former, removed, closed, need, group).toString())
                .post(concept + "/gap-analysis/what-if?status=" + status);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonNode seen = Gateway.json(answer);
        assertSums(seen.path("before"), example, new PlainGapAnalysis(former, status, "assessed"));
        assertSums(seen.path("after"), example,
                new PlainGapAnalysis(changed(former, removed, closed, need, group), status, "assessed"));
        assertThat(seen.path("after")).isNotEqualTo(seen.path("before"));
        assertThat(Gateway.get(person, concept)).isEqualTo(before);
    }

    /** One channel less, one closed, a new one, a fit, an importance and a share. */
    private static ObjectNode supposed(LoadedExample example, JsonNode file, String removed, String closed, String need,
            String group) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        changes.putArray("removedChannels").add(example.id("channel", removed));
        changes.putArray("statuses").addObject().put("channel", example.id("channel", closed)).put("status", "RETIRED");
        ObjectNode added = changes.putArray("addedChannels").addObject().put("name", "Kiosk")
                .put("layer", example.id("layer", layer(file))).put("costPerContact", 2.5).put("volumePerMonth", 400);
        added.putArray("fits").addObject().put("need", example.id("need", need)).put("fit", 3.5);
        changes.putArray("fits").addObject().put("need", example.id("need", need))
                .put("channel", example.id("channel", other(file, removed, closed))).put("fit", 1);
        changes.putArray("importance").addObject().put("need", example.id("need", need))
                .put("group", example.id("customerGroup", group)).put("value", 5);
        changes.putArray("shares").addObject().put("group", example.id("customerGroup", group)).put("share", 40);
        return changes;
    }

    private static JsonNode changed(JsonNode file, String removed, String closed, String need, String group) {
        ObjectNode changed = file.deepCopy();
        String other = other(file, removed, closed);
        for (int i = changed.path("channels").size() - 1; i >= 0; i--) {
            ObjectNode channel = (ObjectNode) changed.path("channels").path(i);
            if (channel.path("key").asText().equals(removed)) {
                changed.withArray("channels").remove(i);
            } else if (channel.path("key").asText().equals(closed)) {
                channel.put("status", "RETIRED");
            }
        }
        changed.withArray("channels").addObject().put("key", "kiosk").put("status", "ACTIVE").put("layer", layer(file))
                .put("costPerContact", 2.5).put("volumePerMonth", 400);
        for (JsonNode assessment : changed.path("fits")) {
            if (assessment.path("need").asText().equals(need)) {
                ((ObjectNode) assessment.path("channels")).remove(other);
            }
        }
        // assessments are whole: 3.5 is what two assessors think on either side of it
        for (int fit : new int[] { 3, 4 }) {
            changed.withArray("fits").addObject().put("need", need).putObject("channels").put("kiosk", fit);
        }
        changed.withArray("fits").addObject().put("need", need).putObject("channels").put(other, 1);
        for (JsonNode there : changed.path("needs")) {
            if (there.path("key").asText().equals(need)) {
                ((ObjectNode) there).withObject("/importance").put(group, 5);
            }
        }
        for (JsonNode there : changed.path("customerGroups")) {
            if (there.path("key").asText().equals(group)) {
                ((ObjectNode) there).put("share", 40);
            }
        }
        return changed;
    }

    private static String layer(JsonNode file) {
        return file.at("/layers/0/key").asText();
    }

    /** A channel that stays. */
    private static String other(JsonNode file, String removed, String closed) {
        for (JsonNode channel : file.path("channels")) {
            String key = channel.path("key").asText();
            if (!key.equals(removed) && !key.equals(closed) && channel.path("status").asText().equals("ACTIVE")) {
                return key;
            }
        }
        throw new AssertionError("the example has no other channel");
    }

    private static void assertSums(JsonNode seen, LoadedExample example, PlainGapAnalysis expected) {
        GapAnalysisIT.assertClose("coverage", seen.path("coverage"), expected.coverage());
        assertThat(seen.path("adequateChannels").asInt()).isEqualTo(expected.adequateChannels());
        assertThat(seen.path("neglectedPairs").asInt()).isEqualTo(expected.neglectedPairs());
        GapAnalysisIT.assertClose("cost", seen.path("mix").path("cost"), expected.mixCost());
        assertThat(seen.path("needs")).hasSameSizeAs(expected.matrix().needs());
        for (String key : expected.matrix().needs()) {
            for (JsonNode need : seen.path("needs")) {
                if (need.path("id").asText().equals(example.id("need", key))) {
                    GapAnalysisIT.assertClose(key + " priority", need.path("priority"), expected.priority(key));
                    GapAnalysisIT.assertClose(key + " coverage", need.path("coverage"), expected.coverage(key));
                    assertThat(need.path("adequateChannels").asInt()).as(key).isEqualTo(expected.adequateChannels(key));
                }
            }
        }
    }
}
