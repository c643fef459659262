package io.serviceconcept.local.examples;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.local.AccessTokens;

/**
 * Pushes means that somebody else published as <em>reported</em> figures, one indicator per question, then reads the
 * quarterly results back and compares them with the file.
 */
public final class PublishedFigures {

    private static final Duration RESULTS_ARRIVE = Duration.ofSeconds(30);

    private final Caller analyst;
    private final Caller sender;
    private final PrintStream out;

    private PublishedFigures(Caller analyst, Caller sender, PrintStream out) {
        this.analyst = analyst;
        this.sender = sender;
        this.out = out;
    }

    /**
     * {@code <file.csv> <gateway> <token endpoint>}; exit code 0 when the results equal the file, 1 when they do not,
     * 2 when it did not come to a comparison.
     */
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("usage: PublishedFigures <file.csv> <gateway> <token endpoint>");
            System.exit(2);
        }
        System.exit(
                push(Path.of(arguments[0]), URI.create(arguments[1]), new AccessTokens(URI.create(arguments[2])), System.out));
    }

    /** As {@link #main}, giving the exit code. */
    public static int push(Path file, URI gateway, AccessTokens tokens, PrintStream out) {
        try (Http http = new Http()) {
            List<PublishedFigure> figures = PublishedFile.read(file);
            SignIn signIn = new SignIn(tokens);
            PublishedFigures push = new PublishedFigures(new Caller(http, gateway, signIn, "anna"),
                    new Caller(http, gateway, signIn, SignIn.INTEGRATION), out);
            return push.push(figures) ? 0 : 1;
        } catch (ExampleFailed e) {
            out.println(e.getMessage());
            return 2;
        }
    }

    private boolean push(List<PublishedFigure> figures) {
        Map<String, String> indicators = new LinkedHashMap<>();
        figures.forEach(figure -> indicators.computeIfAbsent(figure.indicatorName(), this::indicator));
        ArrayNode batch = Http.JSON.createArrayNode();
        List<PublishedFigure> pushed = new ArrayList<>();
        for (PublishedFigure figure : figures) {
            if (figure.score() == null) {
                out.println("Skipped  " + figure.describe() + ": No Data");
            } else {
                batch.add(observation(figure, figure.score(), indicators));
                pushed.add(figure);
            }
        }
        send(batch, pushed);
        Wording.changes(figures).forEach(change -> out.println("Note     " + change));
        return compare(figures, indicators);
    }

    private String indicator(String name) {
        return Named.find(analyst, "/v1/indicators", name)
                .map(known -> known.path("id").asText())
                .orElseGet(() -> {
                    ObjectNode body = Http.JSON.createObjectNode().put("name", name).put("unit", "score")
                            .put("better", "HIGHER").put("audience", "CUSTOMER").put("kind", "MEAN");
                    body.putObject("scale").put("min", 1).put("max", 5);
                    return analyst.post("/v1/indicators", body).id();
                });
    }

    private static ObjectNode observation(PublishedFigure figure, BigDecimal score, Map<String, String> indicators) {
        ObjectNode body = Http.JSON.createObjectNode()
                .put("source", "published-figures")
                .put("key", figure.describe())
                .put("indicator", indicators.get(figure.indicatorName()))
                .put("from", figure.quarter().from().toString())
                .put("to", figure.quarter().to().toString());
        body.putObject("reported").put("value", score);
        return body;
    }

    private void send(ArrayNode batch, List<PublishedFigure> figures) {
        for (JsonNode outcome : sender.post("/v1/observations", batch).items()) {
            PublishedFigure figure = figures.get(outcome.path("index").asInt());
            switch (outcome.path("status").asInt()) {
                case 201 -> out.println("Pushed   " + figure.describe() + " " + figure.score());
                case 200 -> out.println("Present  " + figure.describe() + " " + figure.score());
                default -> throw new ExampleFailed(figure.describe() + " was refused: " + outcome.path("problem"));
            }
        }
    }

    private boolean compare(List<PublishedFigure> figures, Map<String, String> indicators) {
        boolean equal = true;
        for (Map.Entry<String, String> indicator : indicators.entrySet()) {
            TreeMap<LocalDate, BigDecimal> published = new TreeMap<>();
            TreeMap<LocalDate, LocalDate> quarters = new TreeMap<>();
            figures.stream().filter(figure -> figure.indicatorName().equals(indicator.getKey())).forEach(figure -> {
                quarters.put(figure.quarter().from(), figure.quarter().to());
                if (figure.score() != null) {
                    published.put(figure.quarter().from(), figure.score().stripTrailingZeros());
                }
            });
            String path = "/v1/indicators/" + indicator.getValue() + "/results?period=QUARTER&dimension=ALL&from="
                    + quarters.firstKey() + "&to=" + quarters.lastEntry().getValue();
            Map<LocalDate, BigDecimal> results = Patience.until(published::equals, RESULTS_ARRIVE, () -> results(path));
            boolean same = published.equals(results);
            out.println((same ? "Equal    " : "DIFFERS  ") + indicator.getKey() + (same
                    ? ": " + published.size() + " quarters read back as in the file"
                    : ": the file has " + published + ", the results are " + results));
            equal &= same;
        }
        return equal;
    }

    private Map<LocalDate, BigDecimal> results(String path) {
        Map<LocalDate, BigDecimal> figures = new TreeMap<>();
        for (JsonNode result : analyst.list(path)) {
            if (result.path("figure").isNumber()) {
                figures.put(LocalDate.parse(result.path("period").path("from").asText()),
                        result.path("figure").decimalValue().stripTrailingZeros());
            }
        }
        return figures;
    }
}
