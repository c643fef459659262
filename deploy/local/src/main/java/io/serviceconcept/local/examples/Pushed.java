package io.serviceconcept.local.examples;

import java.io.PrintStream;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Pushes batches and says of each item whether it was new. */
record Pushed(Caller sender, PrintStream out) {

    /** @param described the items in words, in their order */
    void all(String path, ArrayNode batch, List<String> described) {
        for (JsonNode outcome : sender.post(path, batch).items()) {
            String item = described.get(outcome.path("index").asInt());
            switch (outcome.path("status").asInt()) {
                case 201 -> out.println("Pushed   " + item);
                case 200 -> out.println("Present  " + item);
                default -> throw new ExampleFailed(item + " was refused: " + outcome.path("problem"));
            }
        }
    }
}
