package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import io.serviceconcept.concepts.EditionsInForce;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.InMemoryEventStore;
import io.serviceconcept.figure.Figure;
import io.serviceconcept.figure.Histogram;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.journeys.KnownTouchpoints;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.Content;
import io.serviceconcept.response.ResponseEvent.ResponseCorrected;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
import io.serviceconcept.response.ResponseEvent.ResponseRetracted;
import io.serviceconcept.response.ResponseEventTypes;
import io.serviceconcept.survey.QuestionType;
import io.serviceconcept.survey.SurveyEvent.Question;
import io.serviceconcept.survey.SurveyEvent.Wording;
import io.serviceconcept.survey.SurveyVersion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The same answers give the same figures, in whatever order, batches and repetitions they come. */
class OrderOfAnswersTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final CommandContext CONTEXT = new CommandContext("city",
            new Metadata("test", UUID.randomUUID(), null, null), null);
    private static final SurveyVersion SURVEY = new SurveyVersion("s", 1, "survey", "c", null, null, Instant.EPOCH,
            Audience.CUSTOMER, 1,
            List.of(question("a"), question("b"), question("c")));

    private static Question question(String id) {
        return new Question(id, QuestionType.RATING, new Wording(id, null), new Scale(BigDecimal.ONE, BigDecimal.TEN),
                List.of(), false, List.of("satisfaction"), id.equals("c") ? "need" : null);
    }

    @Provide
    Arbitrary<ResponseReceived> responses() {
        Arbitrary<Instant> instants = Arbitraries.longs().between(1_790_000_000L, 1_800_000_000L)
                .map(Instant::ofEpochSecond);
        Arbitrary<BigDecimal> marks = Arbitraries.bigDecimals().between(BigDecimal.ONE, BigDecimal.TEN).ofScale(1);
        Arbitrary<List<Answer>> answers = Combinators.combine(Arbitraries.of("a", "b", "c"), marks).as(Answer::ofMark).list()
                .ofMinSize(1).uniqueElements(Answer::question);
        Arbitrary<Circumstances> circumstances = Combinators
                .combine(Arbitraries.of("desk", "phone").injectNull(0.3), Arbitraries.of("young", "old").injectNull(0.3))
                .as((channel, group) -> new Circumstances(channel, null, group, null, null, null, null));
        return Combinators.combine(instants, answers, circumstances)
                .as((at, given, of) -> new ResponseReceived("s", 1, at, given, of, null, List.of(),
                        Instant.EPOCH, null));
    }

    @Property(tries = 200)
    void figuresDoNotDependOnOrderBatchesOrRepetition(
            @ForAll @Size(min = 1, max = 40) List<@From("responses") ResponseReceived> responses,
            @ForAll @IntRange(min = 1, max = 15) int batch, @ForAll Random random) {
        List<Intake.Item> once = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            once.add(new Intake.Item("r" + i, stream(i), responses.get(i)));
        }
        List<Intake.Item> again = new ArrayList<>(once);
        once.stream().filter(item -> random.nextBoolean()).forEach(again::add);
        Collections.shuffle(again, random);
        InMemoryEventStore store = store();
        Intake intake = new Intake(store);
        for (int from = 0; from < again.size(); from += batch) {
            intake.take(CONTEXT, again.subList(from, Math.min(again.size(), from + batch)));
        }

        assertThat(counted(store, batch)).isEqualTo(recount(responses));
    }

    @Property(tries = 200)
    void whatWasCorrectedOrTakenBackAndSentAgainCountsAsIfNothingElseHadEverBeenSaid(
            @ForAll @Size(min = 1, max = 30) List<@From("responses") ResponseReceived> responses,
            @ForAll @Size(value = 30) List<@From("responses") ResponseReceived> mistakes,
            @ForAll @IntRange(min = 1, max = 15) int batch, @ForAll Random random) {
        List<Deque<Object>> told = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            told.add(story(mistakes.get(i), responses.get(i), random));
        }
        InMemoryEventStore store = store();
        long[] versions = new long[told.size()];
        for (List<Integer> left = unfinished(told); !left.isEmpty(); left = unfinished(told)) {
            int next = left.get(random.nextInt(left.size()));
            store.append(Append.to(CONTEXT, stream(next), versions[next]++, List.of(told.get(next).removeFirst())));
        }

        assertThat(counted(store, batch)).isEqualTo(recount(responses));
    }

    /** One way in which a response came to be what it is in the end. */
    private static Deque<Object> story(ResponseReceived mistake, ResponseReceived end, Random random) {
        ResponseRetracted retracted = new ResponseRetracted("s", Instant.EPOCH);
        return new ArrayDeque<>(switch (random.nextInt(4)) {
            case 0 -> List.of(end);
            case 1 -> List.of(mistake, corrected(end));
            case 2 -> List.of(mistake, retracted, end);
            default -> List.of(end, corrected(mistake), corrected(end), retracted, mistake, corrected(end));
        });
    }

    private static ResponseCorrected corrected(ResponseReceived to) {
        return new ResponseCorrected(to.survey(), to.surveyVersion(), to.interactionAt(), to.answers(), to.circumstances(),
                null, List.of(), Instant.EPOCH, Instant.EPOCH, null);
    }

    private static List<Integer> unfinished(List<Deque<Object>> told) {
        return IntStream.range(0, told.size()).filter(i -> !told.get(i).isEmpty()).boxed().toList();
    }

    private static StreamId stream(int number) {
        return new StreamId("city", "response-" + number);
    }

    private static InMemoryEventStore store() {
        return new InMemoryEventStore(ResponseEventTypes.TYPES, type -> false);
    }

    /** As the projection counts: batch by batch, on the rows that it keeps. */
    private static Map<String, Figure> counted(InMemoryEventStore store, int batch) {
        Map<StreamId, CountedResponse> rows = new HashMap<>();
        SortedMap<CellKey, Long> table = new TreeMap<>();
        List<RecordedEvent> events = store.readAfter(Position.START, Slots.ALL, batch);
        while (!events.isEmpty()) {
            CountedBatch counted = CountedBatch.of(events, rows, recorded -> count((Content) recorded.event()));
            counted.cells().all().forEach((key, n) -> table.merge(key, n, Long::sum));
            counted.after().forEach((stream, response) -> rows.compute(stream, (s, before) -> response));
            events = store.readAfter(events.getLast().position(), Slots.ALL, batch);
        }
        return figures(table);
    }

    /** From the raw answers, each once, in the order they were given. */
    private static Map<String, Figure> recount(List<ResponseReceived> responses) {
        Cells cells = new Cells();
        responses.forEach(response -> cells.change("city", null, count(response)));
        return figures(cells.all());
    }

    private static CountedResponse count(Content response) {
        LocalDate day = response.interactionAt().atZone(ZONE).toLocalDate();
        return new ResponseMarks(SURVEY, KnownTouchpoints.NONE, EditionsInForce.NONE).of(response, day);
    }

    /** The figures of every kind, of every day and slice, percentiles and all. */
    private static Map<String, Figure> figures(SortedMap<CellKey, Long> cells) {
        Map<String, Map<BigDecimal, Long>> counts = new TreeMap<>();
        cells.forEach((key, n) -> counts.computeIfAbsent(key.indicator() + key.day() + key.slice(), k -> new TreeMap<>())
                .merge(key.value(), n, Long::sum));
        Map<String, Figure> figures = new TreeMap<>();
        counts.forEach((place, values) -> {
            Histogram marks = Histogram.of(values);
            if (marks.n() > 0) {
                figures.put(place + "mean", Figure.ofMean(marks));
                figures.put(place + "effort", Figure.ofEffort(marks));
                figures.put(place + "top box", Figure.ofTopBox(marks, BigDecimal.valueOf(8)));
                figures.put(place + "promoters", Figure.ofNetPromoters(marks));
            }
        });
        return figures;
    }
}
