package io.serviceconcept.local.examples;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Pushes the published volumes of a survey and compares the response rates, which were published rounded. */
record PublishedRates(Caller analyst, Caller sender, PrintStream out) {

    private static final Duration RATES_ARRIVE = Duration.ofSeconds(30);

    /**
     * @param survey its path
     * @return whether what is read back equals what was published
     */
    boolean push(String survey, List<PublishedVolume> volumes) {
        if (volumes.isEmpty()) {
            return true;
        }
        ArrayNode batch = Http.JSON.createArrayNode();
        List<String> described = new ArrayList<>();
        Map<String, String> published = new TreeMap<>();
        for (PublishedVolume volume : volumes) {
            batch.addObject().put("from", volume.quarter().from().toString()).put("to", volume.quarter().to().toString())
                    .put("customers", volume.customers()).put("offered", volume.offered())
                    .put("answered", volume.answered());
            described.add(volume.describe());
            published.put(volume.quarter().from().toString(), line(volume.customers(), volume.offered(), volume.answered(),
                    volume.exactRate().stripTrailingZeros().toPlainString()));
        }
        new Pushed(sender, out).all(survey + "/volumes", batch, described);
        Map<String, String> rates = Patience.until(published::equals, RATES_ARRIVE, () -> rates(survey));
        volumes.forEach(volume -> {
            String from = volume.quarter().from().toString();
            boolean same = Objects.equals(published.get(from), rates.get(from));
            out.println((same ? "Equal    " : "DIFFERS  ") + volume.describe() + ": " + rates.get(from)
                    + ", published as " + volume.rate());
        });
        return published.equals(rates);
    }

    private Map<String, String> rates(String survey) {
        Map<String, String> rates = new TreeMap<>();
        for (JsonNode rate : analyst.list(survey + "/response-rates?period=QUARTER")) {
            rates.put(rate.path("from").asText(), line(rate.path("customers").asLong(), rate.path("offered").asLong(),
                    rate.path("answered").asLong(),
                    rate.path("responseRate").decimalValue().stripTrailingZeros().toPlainString()));
        }
        return rates;
    }

    private static String line(long customers, long offered, long answered, String rate) {
        return answered + " of " + offered + " answered, of " + customers + " customers: " + rate + " %";
    }
}
