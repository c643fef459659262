package io.serviceconcept.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.Histogram;

/**
 * P10: from a response that is pushed to the verdict in the concept's evaluation that counts it, while other responses
 * are pushed at a steady rate; beside two hops over the same broker at the same time and rate.
 * <p>
 * What is timed are responses to surveys of their own, one after the other: when the verdict on one's indicator rests on one
 * answer more, it was that one. Each wait is seen to the pause between two looks.
 */
final class VerdictVisible implements Row {

    /** The bar in itself: twice the hops and what may be coalesced. */
    private static final Bar BAR = Bar.atMost(1);
    private static final long COALESCED_NANOSECONDS = 100_000_000;
    private static final String BESIDE = "2 × the p99 of two Kafka hops, and 100 ms";
    private static final int PROBES = 4;
    /** Below it nothing is shown of an indicator. */
    private static final int SHOWN_FROM = 10;
    private static final long LOOK_MILLISECONDS = 20;
    private static final long LONGEST_SECONDS = 30;

    @Override
    public String id() {
        return "P10";
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
            Services services = opened.add(new Services(bench, built.get(), "p_ten"));
            services.createTopics(KafkaHops.FIRST, KafkaHops.SECOND);
            Api concepts = services.concept();
            ServiceProcess measurement = services.measurement(opened.add(bench.server().create("p_ten_measurement")));
            Api measurements = services.api(measurement);
            JudgedConcept concept = new JudgedConcept(concepts);
            List<Survey> probes = new ArrayList<>();
            for (int i = 0; i <= PROBES; i++) {
                probes.add(Survey.drawnUp(measurements, concept.id()));
            }
            Survey loaded = probes.removeLast();
            concept.adopt(probes.stream().map(Survey::indicatorId).toList());
            Posting posting = opened.add(new Posting("responses", ResponseOverHttp.CONNECTIONS, measurement,
                    services.token(), number -> post(loaded, "load-" + number, number), posted -> {
                    }));
            Probing probing = new Probing(concept, posting, probes);
            posting.run(bench.scale().serviceWarming());
            probing.showAll();
            List<Outcome> outcomes = new ArrayList<>();
            // the one that may be more than the machine can bear is the last
            for (int asked : List.of(bench.scale().lightRate(), bench.scale().steadyRate())) {
                outcomes.add(measure(bench, services, posting, probing, loaded, asked));
            }
            return outcomes;
        }
    }

    private Outcome measure(Bench bench, Services services, Posting posting, Probing probing, Survey loaded, int asked)
            throws Exception {
        Scale scale = bench.scale();
        List<Double> ratios = new ArrayList<>();
        List<Sample> verdicts = new ArrayList<>();
        List<Sample> hops = new ArrayList<>();
        double rate;
        try (SteadyPosting load = new SteadyPosting(posting, asked,
                number -> post(loaded, "at-" + asked + "-" + number, number));
                KafkaHops beside = new KafkaHops(services.broker(), asked)) {
            probing.during(scale.settling().toNanos());
            for (int round = 0; round < scale.rounds(); round++) {
                beside.taken();
                Sample verdict = probing.during(scale.probing().toNanos());
                Histogram hop = beside.taken();
                verdicts.add(verdict);
                hops.add(new Sample(hop.getTotalCount(), verdict.nanoseconds(), hop));
                ratios.add(verdict.p99() / (2 * hops.getLast().p99() + COALESCED_NANOSECONDS));
            }
            rate = load.perSecond();
        }
        List<Measured> measured = List.of(
                new Measured("response to verdict, " + at(asked), verdicts, Costs.NONE, OptionalDouble.empty()),
                new Measured("two Kafka hops, " + at(asked), hops, Costs.NONE, OptionalDouble.empty()));
        return new Outcome(id(), "POST of a response → verdict in the evaluation, p99, " + at(asked), BESIDE, BAR,
                new Ratios(ratios), List.of(),
                String.format(Locale.ROOT, "while %,.0f responses a second were stored; looked at every %d ms", rate,
                        LOOK_MILLISECONDS))
                .with(measured);
    }

    private static String at(int perSecond) {
        return String.format(Locale.ROOT, "at %,d/s", perSecond);
    }

    private static Posting.Post post(Survey survey, String id, long number) {
        return new Posting.Post(survey.path() + "/responses", Survey.response(id, Instant.now(), Survey.mark(number)));
    }

    /** Pushes one response after the other to each of some surveys, all at once, and waits for each to be judged. */
    private record Probing(JudgedConcept concept, Posting posting, List<Survey> surveys, AtomicLong numbers) {

        Probing(JudgedConcept concept, Posting posting, List<Survey> surveys) {
            this(concept, posting, surveys, new AtomicLong());
        }

        /** Gives every indicator as many answers as it needs to be shown. */
        void showAll() throws Exception {
            for (Survey survey : surveys) {
                for (int i = 0; i < SHOWN_FROM; i++) {
                    push(survey);
                }
            }
            await(SHOWN_FROM);
        }

        private void await(long answers) throws Exception {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
            Map<String, Long> now = concept.answers();
            while (!areAll(now, answers)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the evaluation still says " + now);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
                now = concept.answers();
            }
        }

        private boolean areAll(Map<String, Long> now, long answers) {
            return surveys.stream().allMatch(survey -> now.getOrDefault(survey.indicatorId(), 0L) >= answers);
        }

        private void push(Survey survey) throws Exception {
            long number = numbers.incrementAndGet();
            posting.post(post(survey, "probe-" + number, number));
        }

        Sample during(long nanoseconds) throws Exception {
            Histogram latencies = Sample.histogram();
            long begun = System.nanoTime();
            long end = begun + nanoseconds;
            Map<String, Long> before = concept.answers();
            Map<String, Long> sent = new HashMap<>();
            while (System.nanoTime() < end || !sent.isEmpty()) {
                for (Survey survey : surveys) {
                    if (!sent.containsKey(survey.indicatorId()) && System.nanoTime() < end) {
                        sent.put(survey.indicatorId(), System.nanoTime());
                        push(survey);
                    }
                }
                Map<String, Long> now = concept.answers();
                long seen = System.nanoTime();
                for (Survey survey : surveys) {
                    String indicator = survey.indicatorId();
                    Long since = sent.get(indicator);
                    if (since != null && now.getOrDefault(indicator, 0L) > before.getOrDefault(indicator, 0L)) {
                        latencies.recordValue(seen - since);
                        sent.remove(indicator);
                        before.put(indicator, now.getOrDefault(indicator, 0L));
                    } else if (since != null && seen - since > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                        throw new IllegalStateException("the evaluation still says " + now);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            }
            return new Sample(latencies.getTotalCount(), System.nanoTime() - begun, latencies);
        }
    }
}
