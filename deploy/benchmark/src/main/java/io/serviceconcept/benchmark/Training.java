package io.serviceconcept.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.serviceconcept.local.ServiceJvm;

/**
 * {@code ./platform train}: the services work for some minutes under the loads that are measured, and each leaves an AOT cache
 * beside its jar when it stops.
 */
public final class Training {

    private static final List<String> SERVICES = List.of(Services.CONCEPT, Services.MEASUREMENT, Services.JOURNEY,
            Services.GATEWAY);
    private static final Duration PUSHING = Duration.ofSeconds(40);
    private static final int LINES = 50_000;
    private static final int LOOKS = 300;

    private final Resources opened = new Resources();
    private final Bench bench;
    private final Services services;

    private Training(Bench bench, Built built) throws Exception {
        this.bench = bench;
        this.services = opened.add(new Services(bench, built, "training", ServiceProcess::train));
    }

    /** @param arguments the folder of this module */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        try (Server server = new Server(home.resolve("target/postgresql"))) {
            ofServices(new Bench(server, Scale.QUICK, home, NodePeers.absent("nobody is compared")));
        }
        System.exit(0);
    }

    static void ofServices(Bench bench) throws Exception {
        Built built = built(bench, SERVICES);
        Training training = new Training(bench, built);
        try (training.opened) {
            training.trainServices();
        }
        for (String service : SERVICES) {
            if (!Files.exists(ServiceJvm.cache(built.jar(service)))) {
                throw new IllegalStateException(service + " left no cache; see its log");
            }
        }
    }

    /** With what a service is compared, so that neither is ahead. */
    static void ofServicesAndTheirPeer(Bench bench) throws Exception {
        ofServices(bench);
        Training training = new Training(bench, built(bench, List.of(ResponseOverHttp.BARE)));
        try (training.opened) {
            training.trainPeer();
        }
    }

    private static Built built(Bench bench, List<String> services) {
        return Built.of(bench.home(), services.toArray(String[]::new))
                .orElseThrow(() -> new IllegalStateException("not all of these are built: " + services));
    }

    private void trainServices() throws Exception {
        services.journey();
        Api concepts = services.concept();
        ServiceProcess measurement = services.measurement(opened.add(bench.server().create("training_measurement")));
        ServiceProcess gateway = services.gateway(measurement);
        Api api = services.api(gateway);
        JudgedConcept concept = new JudgedConcept(concepts, LargeConcept.document());
        Survey survey = Survey.drawnUp(api, concept.id());
        concept.adopt(List.of(survey.indicatorId()));
        push(measurement, survey.path() + "/responses", "direct-");
        push(gateway, survey.path() + "/responses", "passed-on-");
        try (ResponsesFile file = ResponsesFile.written("imported", LINES)) {
            ImportThroughGateway.imported(api, survey, file, LINES);
        }
        for (int i = 0; i < LOOKS; i++) {
            concept.answers();
            concepts.bytes(concept.path() + "/gap-analysis");
            survey.counted(api);
        }
    }

    private void trainPeer() throws Exception {
        push(services.start(ResponseOverHttp.BARE, ServiceProcess.database(ResponseOverHttp.bare(bench, opened))), "/answers",
                "bare-");
    }

    private void push(ServiceProcess to, String path, String ids) throws Exception {
        try (Posting posting = new Posting(ids, ResponseOverHttp.CONNECTIONS, to, services.token(),
                number -> new Posting.Post(path, Survey.response(ids + number, Instant.now(), Survey.mark(number))), posted -> {
                })) {
            posting.run(PUSHING);
        }
    }
}
