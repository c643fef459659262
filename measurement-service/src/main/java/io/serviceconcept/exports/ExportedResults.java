package io.serviceconcept.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.figure.Dimension;
import io.serviceconcept.result.ShownResults;
import io.serviceconcept.result.ShownResults.ShownNumber;
import io.serviceconcept.result.ShownResults.ShownResult;
import io.serviceconcept.result.ShownResults.ShownVerdict;

/** Results as the API lists them: what is hidden there is hidden here. */
@ApplicationScoped
class ExportedResults implements ExportSource {

    private static final List<String> COLUMNS = List.of("indicator", "name", "unit", "definitionVersion", "period", "from",
            "to",
            "open", "dimension", "key", "basis", "state", "n", "figure", "low", "high", "editions",
            "correctedN", "correctedFigure", "revision", "instrumentBreak", "share", "shareLow", "shareHigh", "p50", "p50Low",
            "p50High", "p90", "p90Low", "p90High", "p95", "p95Low", "p95High", "verdicts");
    /** Between the number of a list and what to go on after in it; a number alone: from its beginning. */
    private static final char AFTER = '/';

    private final ShownResults results;

    ExportedResults(ShownResults results) {
        this.results = results;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.RESULTS;
    }

    @Override
    public List<String> columns(String organisation, ExportSpec spec) {
        return COLUMNS;
    }

    /** One indicator after the other, and of each one dimension after the other. */
    @Override
    public ExportedPage page(String organisation, ExportSpec spec, @Nullable String reached, Instant now) {
        int split = reached == null ? -1 : reached.indexOf(AFTER);
        int list = reached == null ? 0 : Integer.parseInt(split < 0 ? reached : reached.substring(0, split));
        String after = reached == null || split < 0 ? null : reached.substring(split + 1);
        String indicator = spec.indicators().get(list / spec.dimensions().size());
        Dimension dimension = spec.dimensions().get(list % spec.dimensions().size());
        ShownResults.Page page = results.page(organisation, indicator,
                new ShownResults.Asked(Objects.requireNonNull(spec.period()), spec.from(), spec.to(), dimension,
                        spec.definitionVersion(), spec.asOf()),
                after, now);
        List<Map<String, Object>> lines = new ArrayList<>();
        page.results().forEach(result -> lines.add(line(result)));
        if (page.next() != null) {
            return new ExportedPage(lines, list + String.valueOf(AFTER) + page.next());
        }
        boolean isLast = list + 1 == spec.indicators().size() * spec.dimensions().size();
        return new ExportedPage(lines, isLast ? null : Integer.toString(list + 1));
    }

    private static Map<String, Object> line(ShownResult result) {
        Map<String, Object> line = new LinkedHashMap<>();
        put(line, "indicator", result.indicator());
        put(line, "name", result.name());
        put(line, "unit", result.unit());
        put(line, "definitionVersion", result.definitionVersion());
        put(line, "period", result.period());
        put(line, "from", result.from());
        put(line, "to", result.to());
        put(line, "open", result.open());
        put(line, "dimension", result.dimension());
        put(line, "key", result.key());
        put(line, "basis", result.basis());
        put(line, "state", result.state());
        put(line, "n", result.n());
        put(line, "figure", result.figure());
        put(line, "low", result.low());
        put(line, "high", result.high());
        put(line, "editions", result.editions().isEmpty() ? null : String.join(" ", result.editions()));
        put(line, "correctedN", result.correctedN());
        put(line, "correctedFigure", result.correctedFigure());
        put(line, "revision", result.revision());
        put(line, "instrumentBreak", result.instrumentBreak());
        putBeside(line, "share", result.share());
        putBeside(line, "p50", result.p50());
        putBeside(line, "p90", result.p90());
        putBeside(line, "p95", result.p95());
        put(line, "verdicts", result.verdicts().isEmpty() ? null
                : result.verdicts().stream().map(ExportedResults::fields).toList());
        return line;
    }

    private static void putBeside(Map<String, Object> line, String column, @Nullable ShownNumber number) {
        if (number != null) {
            put(line, column, number.value());
            put(line, column + "Low", number.low());
            put(line, column + "High", number.high());
        }
    }

    /** As the API names them, in the order in which a cell has their values. */
    private static Map<String, Object> fields(ShownVerdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("concept", verdict.concept());
        fields.put("edition", verdict.edition());
        fields.put("objective", verdict.objective());
        fields.put("verdict", verdict.verdict());
        fields.put("provisional", verdict.provisional());
        fields.put("acrossInstrumentBreak", verdict.acrossInstrumentBreak());
        return fields;
    }

    private static void put(Map<String, Object> line, String column, @Nullable Object value) {
        if (value != null) {
            line.put(column, value);
        }
    }
}
