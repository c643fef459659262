package io.serviceconcept.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tables in Markdown. */
record Report(Scale scale, Machine machine, List<Outcome> outcomes) {

    private static final String UNKNOWN = "–";

    String markdown() {
        return """
                # Results

                Written by `./platform bench`. Only ratios mean something: contenders work in turns on one PostgreSQL, each in
                a database of its own with a pool of its own, and each round's throughputs are divided. An event is %d bytes
                of JSON with %d bytes of metadata.

                Mode **%s**: %d rounds (P1, P2: %d) of %d ms. %s

                """.formatted(Events.BYTES, Events.metadata().length(), scale.name(), scale.rounds(), scale.appendRounds(),
                scale.slice().toMillis(), machine.describe()) + ratios() + "\n" + contenders();
    }

    private String ratios() {
        StringBuilder table = new StringBuilder("""
                | Row | Work | Beside | Bar | Median | Min–max | Met | Remark |
                |---|---|---|---|---|---|---|---|
                """);
        for (Outcome outcome : outcomes) {
            Ratios ratios = outcome.ratios();
            table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %s |%n", outcome.row(),
                    outcome.work(), outcome.beside(), outcome.bar() == null ? UNKNOWN : outcome.bar(),
                    ratios == null ? UNKNOWN : String.format(Locale.ROOT, "**%.2f×**", ratios.median()),
                    ratios == null ? UNKNOWN : String.format(Locale.ROOT, "%.2f–%.2f", ratios.min(), ratios.max()),
                    met(outcome), outcome.note()));
        }
        return table.toString();
    }

    private static String met(Outcome outcome) {
        if (outcome.bar() == null || outcome.ratios() == null) {
            return UNKNOWN;
        }
        return outcome.isMissed() ? "**no**" : "yes";
    }

    private String contenders() {
        StringBuilder table = new StringBuilder(
                """
                        Each contender by itself; processor time and WAL include what the server does in the background. Round trips
                        are those of one operation of a caller who is alone.

                        | Row | Contender | Events/s | p50 ms | p99 ms | Round trips | WAL bytes/event | Client µs/event | Server µs/event |
                        |---|---|---:|---:|---:|---:|---:|---:|---:|
                        """);
        for (Outcome outcome : outcomes) {
            for (Measured measured : outcome.measured()) {
                table.append(line(outcome.row(), measured));
            }
        }
        return table.toString();
    }

    private static String line(String row, Measured measured) {
        Costs costs = measured.costs();
        boolean hasCosts = !costs.equals(Costs.NONE);
        double events = measured.events();
        return String.format(Locale.ROOT, "| %s | %s | %,.0f | %s | %s | %s | %s | %s | %s |%n", row, measured.name(),
                measured.medianPerSecond(), number(measured.percentile(50), 2), number(measured.percentile(99), 2),
                number(measured.roundTrips(), 1),
                hasCosts ? String.format(Locale.ROOT, "%,.0f", costs.walBytes() / events) : UNKNOWN,
                hasCosts ? String.format(Locale.ROOT, "%.0f", costs.clientNanoseconds() / events / 1_000) : UNKNOWN,
                hasCosts ? String.format(Locale.ROOT, "%.0f", costs.serverNanoseconds() / events / 1_000) : UNKNOWN);
    }

    private static String number(OptionalDouble value, int digits) {
        return value.isEmpty() ? UNKNOWN : String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble());
    }
}
