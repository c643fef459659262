package io.serviceconcept.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * P8: responses pushed one by one over HTTP, beside an endpoint that validates a body and inserts a row. Both verify the same
 * token. What follows from a response (counting, releasing, sending) goes on beside it, and is over before the other's turn.
 */
final class ResponseOverHttp implements Row {

    static final int CONNECTIONS = 64;
    /** Where the bare endpoint lies in the checkout. */
    static final String BARE = "deploy/benchmark/peers/bare-endpoint";
    private static final Bar BAR = Bar.atLeast(2);
    private static final String BESIDE = "a bare Quarkus endpoint with one insert";

    @Override
    public String id() {
        return "P8";
    }

    @Override
    public boolean startsServices() {
        return true;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        Optional<Built> built = Built.of(bench.home(), Services.MEASUREMENT, BARE);
        if (built.isEmpty()) {
            return List.of(Outcome.notRun(id(), BESIDE, "a service is not built"));
        }
        try (Resources opened = new Resources()) {
            Services services = opened.add(new Services(bench, built.get(), "p_eight"));
            Posting pushed = opened.add(pushed(services, opened, bench));
            Posting inserted = opened.add(inserted(services, opened, bench));
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .warmedFor(bench.scale().serviceWarming()).of(List.of(pushed, inserted));
            return List.of(Outcome.ofThroughput(id(), "POST of one response, HTTP, " + CONNECTIONS + " connections", BAR,
                    measured.getFirst(), measured.subList(1, 2),
                    "every response counted; the client shares the processors; client time is the service's").with(measured));
        }
    }

    private static Posting pushed(Services services, Resources opened, Bench bench) throws Exception {
        ServiceProcess service = services.measurement(opened.add(bench.server().create("p_eight_measurement")));
        Api api = services.api(service);
        Survey survey = Survey.drawnUp(api, UUID.randomUUID().toString());
        return new Posting("measurement-service", CONNECTIONS, service, services.token(),
                number -> post(survey.path() + "/responses", number), posted -> Counted.await(api, survey, posted));
    }

    private static Posting inserted(Services services, Resources opened, Bench bench) throws Exception {
        ServiceProcess service = services.start(BARE, ServiceProcess.database(bare(bench, opened)));
        return new Posting(BESIDE, CONNECTIONS, service, services.token(), number -> post("/answers", number), posted -> {
        });
    }

    /** The database of the bare endpoint. */
    static Database bare(Bench bench, Resources opened) throws Exception {
        Database database = opened.add(bench.server().create("p_eight_bare"));
        database.execute("create table answer (id text primary key, body jsonb not null)");
        return database;
    }

    private static Posting.Post post(String path, long number) {
        return new Posting.Post(path, Survey.response("response-" + number, Instant.now(), Survey.mark(number)));
    }
}
