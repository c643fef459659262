package io.serviceconcept.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * P12: the gap analysis of a large concept over HTTP, beside a server that reads as many bytes by their key and answers
 * them. One caller: it is about how long one waits.
 */
final class AnalysisBesideRead implements Row {

    private static final Bar BAR = Bar.atMost(3);
    private static final String JAR = "concept-service/target/quarkus-app/quarkus-run.jar";

    @Override
    public String id() {
        return "P12";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        Optional<Path> jar = jar(bench.home());
        if (jar.isEmpty()) {
            return List.of(Outcome.notRun(id(), "a single indexed read of the same bytes", "concept-service is not built"));
        }
        try (Resources opened = new Resources()) {
            Database database = opened.add(bench.server().create("p_twelve"));
            ConceptService service = opened.add(ConceptService.start(jar.get(), database, bench.home()));
            String analysis = service.imported(LargeConcept.document()) + "/gap-analysis";
            byte[] answer = service.get(analysis);
            BareReader reader = opened.add(new BareReader(database, answer));
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .of(List.of(new Asking("gap analysis", service.request(analysis), answer.length),
                            new Asking("indexed read", reader.request(), answer.length)));
            Ratios ratios = Ratios.of(measured.getLast(), measured.getFirst(), Sample::perSecond);
            return List.of(new Outcome(id(), "gap analysis of 200 needs × 40 channels × 20 groups, one caller",
                    "a single indexed read of the same bytes", BAR, ratios, List.of(),
                    answer.length / 1024 + " kB over HTTP/1.1; the read verifies no token; time, not throughput")
                    .with(measured));
        }
    }

    /** Where the checkout that this module lies in has built it. */
    private static Optional<Path> jar(Path home) {
        for (Path folder = home.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(JAR))) {
                return Optional.of(folder.resolve(JAR));
            }
        }
        return Optional.empty();
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
