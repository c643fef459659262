package io.serviceconcept.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/** {@code ./platform bench}: measures the rows asked for and prints the tables. */
public final class Benchmark {

    static final List<Row> ROWS = List.of(new AppendBesideJdbc(), new AppendBesidePeers(), new CoalescedAppends(),
            new BatchAppends(), new Replay(), new Rebuild(), new HotSurvey(), new ResponseOverHttp(), new VerdictVisible(),
            new Flatness(), new AnalysisBesideRead(), new ImportBesideCopy());

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    // a logger that nobody holds is collected together with its level
    private static final Logger ROOT = Logger.getLogger("");

    private final Options options;
    private final Bench bench;
    private final @Nullable Profile profile;
    private final PrintStream out;

    private Benchmark(Options options, Bench bench, PrintStream out) {
        this.options = options;
        this.bench = bench;
        this.profile = options.profiled() ? new Profile(bench.home().resolve("target/profile")) : null;
        this.out = out;
    }

    /** @param arguments the folder of this module, then what {@link Options} understand */
    public static void main(String[] arguments) throws Exception {
        ROOT.setLevel(Level.WARNING);
        Path home = Path.of(arguments[0]);
        Options options;
        try {
            options = Options.parse(List.of(arguments).subList(1, arguments.length), ROWS.stream().map(Row::id).toList());
        } catch (IllegalArgumentException e) {
            System.err.println("✗ " + e.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        boolean succeeded;
        try (Server server = new Server(home.resolve("target/postgresql"))) {
            Bench bench = new Bench(server, options.scale(), home, NodePeers.install(home));
            if (options.trained()) {
                Training.ofServicesAndTheirPeer(bench);
            }
            succeeded = new Benchmark(options, bench, new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
        }
        System.exit(succeeded ? 0 : FAILED);
    }

    private boolean run() throws Exception {
        Machine machine = Machine.of(bench.server());
        List<Outcome> outcomes = new ArrayList<>();
        boolean succeeded = true;
        for (Row row : ROWS) {
            if (options.asksFor(row)) {
                try {
                    outcomes.addAll(run(row));
                } catch (Exception e) {
                    // the other rows are still worth knowing
                    succeeded = false;
                    e.printStackTrace();
                    outcomes.add(Outcome.notRun(row.id(), "", "it failed"));
                }
            }
        }
        String report = new Report(options.scale(), machine, outcomes).markdown();
        out.println();
        out.println(report);
        // some rows alone would overwrite the others' figures, and trained services those of others
        if (options.rows().isEmpty() && !options.trained() && succeeded) {
            Files.writeString(bench.home().resolve("RESULTS.md"), report);
        }
        return succeeded;
    }

    private List<Outcome> run(Row row) throws Exception {
        long begun = System.nanoTime();
        List<Outcome> outcomes;
        try (AutoCloseable recording = profile == null ? () -> {
        } : profile.of(row)) {
            outcomes = row.run(bench);
        }
        for (Outcome outcome : outcomes) {
            Ratios ratios = outcome.ratios();
            out.printf(Locale.ROOT, "%-4s %s beside %s: %s%n", row.id(), outcome.work(), outcome.beside(),
                    ratios == null ? outcome.note() : String.format(Locale.ROOT, "%.2f×", ratios.median()));
        }
        out.printf(Locale.ROOT, "     %.0f s%n", (System.nanoTime() - begun) / 1e9);
        return outcomes;
    }
}
