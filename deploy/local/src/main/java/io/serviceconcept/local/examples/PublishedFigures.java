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
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.serviceconcept.local.AccessTokens;

/**
 * Pushes means that somebody else published as <em>reported</em> figures, one indicator per question of a survey per
 * service, and the volumes of that survey; then reads results and response rates back and compares them with the files.
 */
public final class PublishedFigures {

    private static final Duration RESULTS_ARRIVE = Duration.ofSeconds(30);

    private final Caller designer;
    private final Caller analyst;
    private final Caller sender;
    private final PrintStream out;

    private PublishedFigures(Caller designer, Caller analyst, Caller sender, PrintStream out) {
        this.designer = designer;
        this.analyst = analyst;
        this.sender = sender;
        this.out = out;
    }

    /**
     * {@code <figures.csv> [<volumes.csv>] <gateway> <token endpoint>}; exit code 0 when what is read back equals the
     * files, 1 when it does not, 2 when it did not come to a comparison.
     */
    public static void main(String[] arguments) {
        if (arguments.length != 3 && arguments.length != 4) {
            System.err.println("usage: PublishedFigures <figures.csv> [<volumes.csv>] <gateway> <token endpoint>");
            System.exit(2);
        }
        int last = arguments.length - 1;
        System.exit(push(Path.of(arguments[0]), last == 3 ? Path.of(arguments[1]) : null, URI.create(arguments[last - 1]),
                new AccessTokens(URI.create(arguments[last])), System.out));
    }

    /**
     * As {@link #main}, giving the exit code.
     *
     * @param volumes null when there are none
     */
    public static int push(Path figures, @Nullable Path volumes, URI gateway, AccessTokens tokens, PrintStream out) {
        try (Http http = new Http()) {
            List<PublishedFigure> published = PublishedFile.figures(figures);
            List<PublishedVolume> answered = volumes == null ? List.of() : PublishedFile.volumes(volumes);
            SignIn signIn = new SignIn(tokens);
            PublishedFigures push = new PublishedFigures(new Caller(http, gateway, signIn, "dirk"),
                    new Caller(http, gateway, signIn, "anna"), new Caller(http, gateway, signIn, SignIn.INTEGRATION), out);
            return push.push(published, answered) ? 0 : 1;
        } catch (ExampleFailed e) {
            out.println(e.getMessage());
            return 2;
        }
    }

    private boolean push(List<PublishedFigure> figures, List<PublishedVolume> volumes) {
        Map<String, List<PublishedFigure>> byService = figures.stream().collect(Collectors
                .groupingBy(PublishedFigure::service, LinkedHashMap::new, Collectors.toList()));
        boolean equal = true;
        for (Map.Entry<String, List<PublishedFigure>> service : byService.entrySet()) {
            equal &= push(service.getKey(), service.getValue(),
                    volumes.stream().filter(volume -> volume.service().equals(service.getKey())).toList());
        }
        return equal;
    }

    private boolean push(String service, List<PublishedFigure> figures, List<PublishedVolume> volumes) {
        Map<String, String> indicators = new LinkedHashMap<>();
        figures.forEach(figure -> indicators.computeIfAbsent(figure.question(), question -> indicator(figure)));
        List<Wording> wordings = Wording.all(figures);
        String survey = new PublishedSurvey(designer, analyst).of(service, wordings, indicators);
        send(figures, indicators);
        for (int later = 1; later < wordings.size(); later++) {
            wordings.get(later).changesSince(wordings.get(later - 1)).forEach(change -> out.println("Note     " + change));
        }
        boolean equal = true;
        for (Map.Entry<String, String> indicator : indicators.entrySet()) {
            equal &= compare(figures.stream().filter(figure -> figure.question().equals(indicator.getKey())).toList(),
                    wordings, indicator.getValue());
        }
        return equal & new PublishedRates(analyst, sender, out).push(survey, volumes);
    }

    private String indicator(PublishedFigure figure) {
        return Named.find(analyst, "/v1/indicators", figure.indicatorName())
                .map(known -> known.path("id").asText())
                .orElseGet(() -> {
                    ObjectNode body = Http.JSON.createObjectNode().put("name", figure.indicatorName()).put("unit", "score")
                            .put("better", "HIGHER").put("audience", "CUSTOMER").put("kind", "MEAN");
                    body.putObject("scale").put("min", PublishedFigure.LOWEST).put("max", PublishedFigure.HIGHEST);
                    return analyst.post("/v1/indicators", body).id();
                });
    }

    private void send(List<PublishedFigure> figures, Map<String, String> indicators) {
        ArrayNode batch = Http.JSON.createArrayNode();
        List<String> described = new ArrayList<>();
        for (PublishedFigure figure : figures) {
            if (figure.score() == null) {
                out.println("Skipped  " + figure.describe() + ": No Data");
            } else {
                batch.add(observation(figure, figure.score(), indicators));
                described.add(figure.describe() + " " + figure.score());
            }
        }
        new Pushed(sender, out).all("/v1/observations", batch, described);
    }

    private static ObjectNode observation(PublishedFigure figure, BigDecimal score, Map<String, String> indicators) {
        ObjectNode body = Http.JSON.createObjectNode()
                .put("source", "published-figures")
                .put("key", figure.describe())
                .put("indicator", indicators.get(figure.question()))
                .put("from", figure.quarter().from().toString())
                .put("to", figure.quarter().to().toString());
        body.putObject("reported").put("value", score);
        return body;
    }

    /** What is known of an indicator: its figures by the first day of their quarter, and which of them break with before. */
    private record Series(TreeMap<LocalDate, BigDecimal> figures, TreeSet<LocalDate> breaks) {

        static Series empty() {
            return new Series(new TreeMap<>(), new TreeSet<>());
        }
    }

    /** @param figures all of one question */
    private boolean compare(List<PublishedFigure> figures, List<Wording> wordings, String indicator) {
        Series published = Series.empty();
        TreeMap<LocalDate, LocalDate> quarters = new TreeMap<>();
        figures.forEach(figure -> {
            quarters.put(figure.quarter().from(), figure.quarter().to());
            if (figure.score() != null) {
                published.figures.put(figure.quarter().from(), figure.score().stripTrailingZeros());
            }
        });
        wordings.stream().skip(1).map(wording -> published.figures.ceilingKey(wording.from().from()))
                .forEach(first -> {
                    if (first != null) {
                        published.breaks.add(first);
                    }
                });
        String path = "/v1/indicators/" + indicator + "/results?period=QUARTER&dimension=ALL&from=" + quarters.firstKey()
                + "&to=" + quarters.lastEntry().getValue();
        Series read = Patience.until(published::equals, RESULTS_ARRIVE, () -> results(path));
        boolean same = published.equals(read);
        out.println((same ? "Equal    " : "DIFFERS  ") + figures.getFirst().indicatorName() + (same
                ? ": " + published.figures.size() + " quarters read back as in the file"
                        + (published.breaks.isEmpty() ? "" : ", not comparable across " + published.breaks)
                : ": the file has " + published + ", the results are " + read));
        return same;
    }

    private Series results(String path) {
        Series series = Series.empty();
        for (JsonNode result : analyst.list(path)) {
            LocalDate quarter = LocalDate.parse(result.path("period").path("from").asText());
            if (result.path("figure").isNumber()) {
                series.figures.put(quarter, result.path("figure").decimalValue().stripTrailingZeros());
            }
            if (result.path("instrumentBreak").asBoolean()) {
                series.breaks.add(quarter);
            }
        }
        return series;
    }
}
