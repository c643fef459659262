package io.serviceconcept.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * P12: the gap analysis of a large concept over HTTP, beside a server that reads as many bytes by their key and answers
 * them. One caller: it is about how long one waits.
 */
final class AnalysisBesideRead implements Row {

    private static final Bar BAR = Bar.atMost(3);

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
        Optional<Built> built = Built.of(bench.home(), Services.CONCEPT);
        if (built.isEmpty()) {
            return List.of(Outcome.notRun(id(), "a single indexed read of the same bytes", "a service is not built"));
        }
        try (Resources opened = new Resources()) {
            Services services = opened.add(new Services(bench, built.get(), "p_twelve"));
            Api api = opened.add(services.concept());
            String analysis = api.create("/v1/concepts/imports", LargeConcept.document()) + "/gap-analysis";
            byte[] answer = api.bytes(analysis);
            BareReader reader = opened.add(new BareReader(opened.add(bench.server().create("p_twelve_read")), answer));
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .of(List.of(new Asking("gap analysis", api.to(analysis).build(), answer.length),
                            new Asking("indexed read", reader.request(), answer.length)));
            Ratios ratios = Ratios.of(measured.getLast(), measured.getFirst(), Sample::perSecond);
            return List.of(new Outcome(id(), "gap analysis of 200 needs × 40 channels × 20 groups, one caller",
                    "a single indexed read of the same bytes", BAR, ratios, List.of(),
                    answer.length / 1024 + " kB over HTTP/1.1; the read verifies no token; time, not throughput")
                    .with(measured));
        }
    }

    /** Asks the same again and again over one connection. */
    private static final class Asking implements Contender {

        private final String name;
        private final HttpRequest request;
        private final int length;
        private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        Asking(String name, HttpRequest request, int length) {
            this.name = name;
            this.request = request;
            this.length = length;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Sample run(Duration slice) throws Exception {
            return Callers.during(slice, 1, caller -> {
                HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != 200 || response.body().length != length) {
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
}
