package io.serviceconcept.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.InMemoryEventStore;
import io.serviceconcept.figure.Scale;
import io.serviceconcept.figure.Sums;
import io.serviceconcept.indicator.Audience;
import io.serviceconcept.intake.Intake;
import io.serviceconcept.response.ResponseEvent.Answer;
import io.serviceconcept.response.ResponseEvent.Circumstances;
import io.serviceconcept.response.ResponseEvent.ResponseReceived;
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
                .as((at, given, of) -> new ResponseReceived("s", 1, at, given, of, null, List.of(), Instant.EPOCH));
    }

    @Property(tries = 200)
    void figuresDoNotDependOnOrderBatchesOrRepetition(
            @ForAll @Size(min = 1, max = 40) List<@From("responses") ResponseReceived> responses,
            @ForAll @IntRange(min = 1, max = 15) int batch, @ForAll Random random) {
        List<Intake.Item> once = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            once.add(new Intake.Item("r" + i, new StreamId("city", "response-" + i), responses.get(i)));
        }
        List<Intake.Item> again = new ArrayList<>(once);
        once.stream().filter(item -> random.nextBoolean()).forEach(again::add);
        Collections.shuffle(again, random);

        assertThat(cells(again, batch)).isEqualTo(recount(responses));
    }

    private static SortedMap<CellKey, Sums> cells(List<Intake.Item> pushed, int batch) {
        InMemoryEventStore store = new InMemoryEventStore(ResponseEventTypes.TYPES, type -> false);
        Intake intake = new Intake(store);
        for (int from = 0; from < pushed.size(); from += batch) {
            intake.take(CONTEXT, pushed.subList(from, Math.min(pushed.size(), from + batch)));
        }
        SortedMap<CellKey, Sums> table = new TreeMap<>();
        Position position = Position.START;
        List<RecordedEvent> events = store.readAfter(position, Slots.ALL, batch);
        while (!events.isEmpty()) {
            Cells cells = new Cells();
            events.forEach(recorded -> add(cells, (ResponseReceived) recorded.event()));
            cells.all().forEach((key, sums) -> table.merge(key, sums, Sums::plus));
            position = events.getLast().position();
            events = store.readAfter(position, Slots.ALL, batch);
        }
        return spelt(table);
    }

    /** From the raw answers, each once, in the order they were given. */
    private static SortedMap<CellKey, Sums> recount(List<ResponseReceived> responses) {
        Cells cells = new Cells();
        responses.forEach(response -> add(cells, response));
        return spelt(cells.all());
    }

    private static void add(Cells cells, ResponseReceived response) {
        LocalDate day = response.interactionAt().atZone(ZONE).toLocalDate();
        cells.add("city", day, new ResponseMarks(SURVEY, Map.of()).of(response), indicator -> 1);
    }

    /** Sums are equal as numbers, not only as decimals with the same zeros behind. */
    private static SortedMap<CellKey, Sums> spelt(Map<CellKey, Sums> cells) {
        SortedMap<CellKey, Sums> spelt = new TreeMap<>();
        cells.forEach((key, sums) -> spelt.put(key,
                new Sums(sums.n(), sums.total().stripTrailingZeros(), sums.squares().stripTrailingZeros())));
        return spelt;
    }
}
