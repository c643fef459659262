package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.SubjectId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** In whatever order values are stored and subjects are erased, readmitted and their keys wrapped anew. */
class ErasurePropertiesTest {

    enum Step {
        STORE,
        ERASE,
        READMIT,
        ROTATE,
        REAPPLY
    }

    record Happening(Step step, int subject) {
    }

    @Provide
    static Arbitrary<List<Happening>> stories() {
        Arbitrary<Step> steps = Arbitraries.frequency(Tuple.of(6, Step.STORE),
                Tuple.of(3, Step.ERASE), Tuple.of(2, Step.READMIT),
                Tuple.of(1, Step.ROTATE), Tuple.of(2, Step.REAPPLY));
        return Combinators.combine(steps, Arbitraries.integers().between(0, 2)).as(Happening::new).list().ofMinSize(3)
                .ofMaxSize(15);
    }

    @Property(tries = 20)
    void exactlyWhatWasStoredSinceTheLastErasureIsReadable(@ForAll("stories") List<Happening> story) {
        DataSource dataSource = Visits.dataSource();
        PostgresSubjects subjects = new PostgresSubjects(dataSource, Visits.keys("first"));
        EventStore store = Visits.store(dataSource, Visits.keys("first"));
        StreamId stream = StreamId.of("city", "visit", UUID.randomUUID().toString());
        List<SubjectId> people = List.of(SubjectId.random(), SubjectId.random(), SubjectId.random());
        Set<SubjectId> erased = new HashSet<>();
        List<Personal> expected = new ArrayList<>();

        for (Happening happening : story) {
            SubjectId subject = people.get(happening.subject());
            switch (happening.step()) {
                case STORE -> {
                    Personal value = Personal.of(subject, "value " + expected.size());
                    store.append(Append.to(context(), stream, expected.size(), List.of(Visits.marked(1, value))));
                    expected.add(erased.contains(subject) ? Personal.erased(subject) : value);
                }
                case ERASE -> {
                    subjects.erase("city", subject);
                    erased.add(subject);
                    expected.replaceAll(value -> value.subject().equals(subject) ? Personal.erased(subject) : value);
                }
                case READMIT -> {
                    subjects.readmit("city", subject);
                    erased.remove(subject);
                }
                case ROTATE -> new OuterKeyRotation(dataSource, Visits.keys("second")).work();
                case REAPPLY -> subjects.reapply(subjects.erasures(null, 10_000));
            }
            assertThat(store.read(stream, 0)).extracting(RecordedEvent::event)
                    .isEqualTo(expected.stream().map(value -> Visits.marked(1, value)).toList());
        }
        new OuterKeyRotation(dataSource, Visits.keys("first")).work();
    }
}
