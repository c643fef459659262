package io.serviceconcept.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.internal.GroupCommit;

/** P7: all answers are to one survey, beside answers to a thousand. Every answer is a stream of one event. */
final class HotSurvey implements Row {

    private static final int CALLERS = 64;
    private static final int SURVEYS = 1_000;
    private static final Bar BAR = Bar.atLeast(0.8);

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .of(List.of(contender("one survey", "p_seven_hot", 1, bench, opened),
                            contender("1,000 surveys", "p_seven_spread", SURVEYS, bench, opened)));
            return List.of(Outcome.ofThroughput(id(), "one survey taking all the answers, 64 callers", BAR,
                    measured.getFirst(), measured.subList(1, 2), "streams of one event, created").with(measured),
                    overHttp(bench));
        }
    }

    /**
     * The same over HTTP: a service for each, because what one counts would hold up the other; and a broker for each, because a
     * service refuses one that knows more than its own database.
     */
    private Outcome overHttp(Bench bench) throws Exception {
        Optional<Built> built = Built.of(bench.home(), Services.MEASUREMENT);
        if (built.isEmpty() || bench.scale() != Scale.FULL) {
            return Outcome.notRun(id(), "1,000 surveys, over HTTP", "services are started in full mode alone");
        }
        try (Resources opened = new Resources()) {
            List<Measured> measured = bench.rounds(bench.scale().rounds()).warmedFor(bench.scale().serviceWarming())
                    .of(List.of(posting("one survey, HTTP", 1, bench, built.get(), opened),
                            posting("1,000 surveys, HTTP", bench.scale().surveys(), bench, built.get(), opened)));
            return Outcome.ofThroughput(id(), "one survey taking all the answers, HTTP, 64 connections", BAR,
                    measured.getFirst(), measured.subList(1, 2), "of one indicator").with(measured);
        }
    }

    private static Posting posting(String name, int surveys, Bench bench, Built built, Resources opened) throws Exception {
        String row = "p_seven_http_" + (surveys == 1 ? "hot" : "spread");
        Services services = opened.add(new Services(bench, built, row));
        ServiceProcess service = services.measurement(opened.add(bench.server().create(row)));
        Api api = services.api(service);
        String concept = UUID.randomUUID().toString();
        Survey first = Survey.drawnUp(api, concept);
        List<Survey> all = new ArrayList<>(List.of(first));
        while (all.size() < surveys) {
            all.add(Survey.fedBy(api, concept, first.indicator()));
        }
        return opened.add(new Posting(name, CALLERS, service, services.token(), number -> {
            Survey survey = all.get((int) (number % surveys));
            return new Posting.Post(survey.path() + "/responses",
                    Survey.response("response-" + number, Instant.now(), Survey.mark(number)));
        }, posted -> Counted.await(api, first, posted)));
    }

    private static Contender contender(String name, String database, int surveys, Bench bench, Resources opened)
            throws SQLException {
        Database made = opened.add(bench.server().createWithKernelTables(database));
        AtomicLong senders = new AtomicLong();
        return opened.add(new JavaContender(name, CALLERS, made, Kernel.CONNECTIONS, Map.of(),
                dataSource -> new Answering(dataSource, surveys, senders)));
    }

    private static final class Answering implements Callers.Operation, AutoCloseable {

        private static final SecretKeySpec KEY = new SecretKeySpec("benchmark".getBytes(StandardCharsets.UTF_8),
                "HmacSHA256");
        private static final int STREAM_BYTES = 16;

        private final GroupCommit store;
        private final int surveys;
        private final AtomicLong senders;

        Answering(DataSource dataSource, int surveys, AtomicLong senders) {
            this.store = Kernel.coalescing(dataSource);
            this.surveys = surveys;
            this.senders = senders;
        }

        @Override
        public int run(int caller) throws Exception {
            long sender = senders.incrementAndGet();
            UUID survey = new UUID(0, sender % surveys);
            EventStore.Creation answer = new EventStore.Creation(stream(survey, sender), Events.event(sender, survey));
            if (!store.create(Events.context(), List.of(answer)).getFirst()) {
                throw new IllegalStateException("the stream was there before");
            }
            return 1;
        }

        /** An answer's stream is found by who sends it without naming the sender. */
        private static StreamId stream(UUID survey, long sender) throws NoSuchAlgorithmException, InvalidKeyException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(KEY);
            byte[] hash = mac.doFinal((survey + ":" + sender).getBytes(StandardCharsets.UTF_8));
            return StreamId.of(Events.ORGANISATION, "response", HexFormat.of().formatHex(hash, 0, STREAM_BYTES));
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
