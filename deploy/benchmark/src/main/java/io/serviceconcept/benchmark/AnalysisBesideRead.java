package io.serviceconcept.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.HdrHistogram.Histogram;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * P12: the gap analysis and the standing of a large concept over HTTP, each beside a server that reads as many bytes by their
 * key and answers them. One caller: it is about how long one waits. Asked again and again the concept stays as it is; the
 * first answer after a change comes after a fit that is assessed anew, which is not timed.
 */
final class AnalysisBesideRead implements Row {

    private static final Bar BAR = Bar.atMost(3);
    private static final String BESIDE = "a single indexed read of the same bytes";
    private static final int INDICATORS = 100;
    private static final String LARGE = "200 needs × 40 channels × 20 groups, one caller";

    @Override
    public String id() {
        return "P12";
    }

    @Override
    public boolean startsServices() {
        return true;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        Optional<Built> built = Built.of(bench.home(), Services.CONCEPT, Services.MEASUREMENT);
        if (built.isEmpty()) {
            return List.of(Outcome.notRun(id(), BESIDE, "a service is not built"));
        }
        try (Resources opened = new Resources()) {
            Services services = opened.add(new Services(bench, built.get(), "p_twelve"));
            Api api = opened.add(services.concept());
            JudgedConcept concept = new JudgedConcept(api, LargeConcept.document());
            define(bench, services, concept);
            List<Outcome> outcomes = new ArrayList<>(analysis(bench, opened, api, concept.path() + "/gap-analysis"));
            outcomes.add(standing(bench, opened, api, concept.path() + "/evaluation"));
            return outcomes;
        }
    }

    /** The indicators come from a measurement-service, which is not needed after. */
    private static void define(Bench bench, Services services, JudgedConcept concept) throws Exception {
        try (ServiceProcess measurement = services.measurement(bench.server().create("p_twelve_measurement"))) {
            Api measurements = services.api(measurement);
            List<String> indicators = new ArrayList<>();
            for (int i = 0; i < INDICATORS; i++) {
                indicators.add(Survey.drawnUp(measurements, concept.id()).indicatorId());
            }
            concept.adopt(indicators);
        }
    }

    private List<Outcome> analysis(Bench bench, Resources opened, Api api, String analysis) throws Exception {
        byte[] answer = api.bytes(analysis);
        BareReader reader = opened.add(new BareReader(opened.add(bench.server().create("p_twelve_read")), answer));
        List<Measured> measured = bench.rounds(bench.scale().rounds()).warmedFor(bench.scale().serviceWarming())
                .of(List.of(new Asking("kept analysis", api.to(analysis).build()),
                        new Changed("first analysis after a change", api, analysis),
                        new Asking("indexed read", reader.request())));
        return List.of(outcome("gap analysis of " + LARGE, measured.get(0), measured.getLast(), note(answer)).with(measured),
                outcome("the first gap analysis after a change of the concept", measured.get(1), measured.getLast(),
                        "a fit is assessed before each, and not timed"));
    }

    private Outcome standing(Bench bench, Resources opened, Api api, String evaluation) throws Exception {
        byte[] answer = api.bytes(evaluation);
        BareReader reader = opened.add(new BareReader(opened.add(bench.server().create("p_twelve_standing")), answer));
        List<Measured> measured = bench.rounds(bench.scale().rounds()).warmedFor(bench.scale().serviceWarming())
                .of(List.of(new Asking("standing", api.to(evaluation).build()),
                        new Asking("indexed read of a standing", reader.request())));
        return outcome("standing of the edition in force of it, with " + INDICATORS + " objectives", measured.getFirst(),
                measured.getLast(), note(answer)).with(measured);
    }

    private static String note(byte[] answer) {
        return answer.length / 1024 + " kB over HTTP/1.1; the read verifies no token; time, not throughput";
    }

    private Outcome outcome(String work, Measured analysis, Measured read, String note) {
        return new Outcome(id(), work, BESIDE, BAR, Ratios.of(read, analysis, Sample::perSecond), List.of(), note);
    }

    /** Asks the same again and again over one connection. */
    private static final class Asking implements Contender {

        private final String name;
        private final HttpRequest request;
        private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        Asking(String name, HttpRequest request) {
            this.name = name;
            this.request = request;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Sample run(Duration slice) throws Exception {
            return Callers.during(slice, 1, caller -> {
                HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
                }
                return 1;
            });
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** Assesses one fit after the other, and times the answer that follows each. */
    private static final class Changed implements Contender {

        private final String name;
        private final Api api;
        private final String analysis;
        private final List<String> fits;
        private int changes;

        Changed(String name, Api api, String analysis) throws Exception {
            this.name = name;
            this.api = api;
            this.analysis = analysis;
            JsonNode shown = api.get(analysis);
            String channel = shown.path("channels").path(0).path("id").asText();
            this.fits = shown.path("needs").valueStream()
                    .map(need -> analysis + "/fits/" + need.path("id").asText() + "/" + channel).toList();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Sample run(Duration slice) throws Exception {
            Histogram latencies = Sample.histogram();
            long timed = 0;
            long end = System.nanoTime() + slice.toNanos();
            String former = tag();
            do {
                assess();
                long begun = System.nanoTime();
                String tag = tag();
                long took = System.nanoTime() - begun;
                if (tag.equals(former)) {
                    throw new IllegalStateException("the answer does not show the change");
                }
                former = tag;
                latencies.recordValue(took);
                timed += took;
            } while (System.nanoTime() < end);
            return new Sample(latencies.getTotalCount(), timed, latencies);
        }

        private String tag() throws Exception {
            return api.send(api.to(analysis).GET(), 200).headers().firstValue("ETag").orElseThrow();
        }

        /** Another fit than anybody gave the pair before, in rounds over all needs. */
        private void assess() throws Exception {
            String fit = fits.get(changes % fits.size());
            int given = changes / fits.size() % 5;
            changes++;
            api.send(api.to(fit).header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"fit\": " + given + "}")), 200);
        }

        @Override
        public void close() {
            // the connection is the api's
        }
    }
}
