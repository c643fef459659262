package io.serviceconcept.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * P13: responses imported as a file of NDJSON through the gateway, beside COPY of the rows that came of it. And recorded
 * beside it: a large import while many push single responses, with what became of the concept's evaluation.
 */
final class ImportBesideCopy implements Row {

    private static final Bar BAR = Bar.atLeast(0.25);
    private static final String BESIDE = "COPY of the same rows";
    private static final int PUSHING = 50;

    @Override
    public String id() {
        return "P13";
    }

    @Override
    public boolean startsServices() {
        return true;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        Optional<Built> built = Built.of(bench.home(), Services.CONCEPT, Services.MEASUREMENT, Services.GATEWAY);
        if (built.isEmpty()) {
            return List.of(Outcome.notRun(id(), BESIDE, "a service is not built"));
        }
        try (Resources opened = new Resources()) {
            Services services = opened.add(new Services(bench, built.get(), "p_thirteen"));
            Database database = opened.add(bench.server().create("p_thirteen_measurement"));
            ServiceProcess measurement = services.measurement(database);
            ServiceProcess gateway = services.gateway(measurement);
            Api api = services.api(gateway);
            JudgedConcept concept = new JudgedConcept(services.concept());
            Survey alone = Survey.drawnUp(api, concept.id());
            Survey crowded = Survey.drawnUp(api, concept.id());
            concept.adopt(List.of(crowded.indicatorId()));

            int lines = bench.scale().imported();
            ImportThroughGateway imports = new ImportThroughGateway(measurement, api, alone, lines);
            imports.run(bench.scale().warming());
            CopyIn copy = CopyIn.of(database, opened.add(bench.server().create("p_thirteen_copy")), lines);
            List<Measured> measured = bench.rounds(bench.scale().rounds()).of(List.of(imports, copy));
            Outcome outcome = Outcome.ofThroughput(id(),
                    String.format(Locale.ROOT, "import of %,d responses (NDJSON through the gateway)", lines), BAR,
                    measured.getFirst(), measured.subList(1, 2), "until the last line is stored; heap 512 MB").with(measured);
            return List.of(outcome, crowded(bench, services, measurement, gateway, concept, crowded, measured.getLast()));
        }
    }

    private static Outcome crowded(Bench bench, Services services, ServiceProcess measurement, ServiceProcess gateway,
            JudgedConcept concept, Survey survey, Measured copy) throws Exception {
        int lines = bench.scale().importedUnderLoad();
        Api api = services.api(gateway);
        long begun = System.nanoTime();
        long nanoseconds;
        long pushed;
        try (ResponsesFile file = ResponsesFile.written("crowded", lines);
                Pushing pushing = new Pushing(gateway, services.token(), survey)) {
            nanoseconds = ImportThroughGateway.imported(api, survey, file, lines);
            pushed = pushing.stopped();
        }
        Counted.await(api, survey, lines + pushed);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Sample sample = Sample.ofOneOperation(lines, nanoseconds);
        Measured measured = new Measured("import beside " + PUSHING + " who push", List.of(sample), Costs.NONE,
                OptionalDouble.empty());
        String month = concept.verdict(survey.indicatorId());
        return new Outcome("P13",
                String.format(Locale.ROOT, "import of %,d responses while %d push single ones", lines, PUSHING),
                BESIDE, null, new Ratios(List.of(sample.perSecond() / copy.medianPerSecond())), List.of(),
                String.format(Locale.ROOT,
                        "%,d pushed meanwhile, none refused; all counted once %.0f s after the start; verdict %s; most memory: "
                                + "measurement-service %d MB, gateway %d MB",
                        pushed, seconds, month, measurement.peakMegabytes(), gateway.peakMegabytes()))
                .with(List.of(measured));
    }

    /** Many who push one response after the other. */
    private static final class Pushing implements AutoCloseable {

        private final Posting posting;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<Void>> running = new ArrayList<>();

        Pushing(ServiceProcess gateway, String token, Survey survey) {
            this.posting = new Posting("pushed", PUSHING, gateway, token,
                    number -> new Posting.Post(survey.path() + "/responses",
                            Survey.response("single-" + number, Instant.now(), Survey.mark(number))),
                    posted -> {
                    });
            Callable<Void> caller = () -> {
                while (!stopped.get()) {
                    posting.post(posting.next());
                }
                return null;
            };
            for (int i = 0; i < PUSHING; i++) {
                running.add(callers.submit(caller));
            }
        }

        /** @return how many were taken in, when all of them were */
        long stopped() throws Exception {
            stopped.set(true);
            for (Future<Void> caller : running) {
                caller.get();
            }
            return posting.posted();
        }

        @Override
        public void close() throws Exception {
            stopped.set(true);
            callers.close();
            posting.close();
        }
    }
}
