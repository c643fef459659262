package io.serviceconcept.eventsourcing.internal;

import static io.serviceconcept.eventsourcing.internal.Visits.marked;
import static io.serviceconcept.eventsourcing.testing.Readings.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Personal;
import io.serviceconcept.eventsourcing.PersonalDataNotConfigured;
import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.Projection;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.Slots;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.SubjectId;
import io.serviceconcept.eventsourcing.Subjects;
import io.serviceconcept.eventsourcing.internal.Visits.VisitEvent.Marked;

class PersonalDataTest {

    private static final String CITY = "city";

    private final DataSource dataSource = Visits.dataSource();
    private final EventStore store = Visits.store(dataSource, Visits.keys("first"));
    private final PostgresSubjects subjects = new PostgresSubjects(dataSource, Visits.keys("first"));
    private final SubjectId ann = SubjectId.random();
    private final SubjectId ben = SubjectId.random();
    private final StreamId visit = visit();

    private static StreamId visit() {
        return StreamId.of(CITY, "visit", UUID.randomUUID().toString());
    }

    private static Marked by(SubjectId subject, String name) {
        return marked(7, Personal.of(subject, name));
    }

    private List<RecordedEvent> append(StreamId stream, Object... events) {
        long version = store.read(stream, 0).size();
        assertThat(store.append(Append.to(context(), stream, version, List.of(events))))
                .isInstanceOf(AppendOutcome.Appended.class);
        return store.read(stream, version);
    }

    private List<Optional<String>> visitors(StreamId stream) {
        return store.read(stream, 0).stream().map(e -> ((Marked) e.event()).visitor().reveal()).toList();
    }

    private String sql(String statement) {
        return Sql.call(dataSource, connection -> {
            try (Statement sql = connection.createStatement()) {
                if (!sql.execute(statement)) {
                    return "";
                }
                try (ResultSet row = sql.getResultSet()) {
                    return row.next() ? String.valueOf(row.getString(1)) : "";
                }
            }
        });
    }

    @Test
    void anyInstanceReadsWhatOneStored() {
        Marked event = new Marked(9, Personal.of(ann, "Ann"), List.of(Personal.of(ben, "Ben"), Personal.of(ann, "")));
        append(visit, event, by(ben, "Ben"));

        EventStore other = Visits.store(dataSource, Visits.keys("second"));
        assertThat(other.read(visit, 0)).extracting(RecordedEvent::event).containsExactly(event, by(ben, "Ben"));
        assertThat(log(other)).extracting(RecordedEvent::event).contains(event);
        assertThat(sql("select data::text from event where stream = '" + visit.name() + "' and version = 1"))
                .contains("\"subject\": \"" + ann + "\"", "\"mark\": 9").doesNotContain("Ann", "Ben");
    }

    private static List<RecordedEvent> log(EventStore store) {
        List<RecordedEvent> all = new ArrayList<>();
        List<RecordedEvent> batch = store.readAfter(Position.START, Slots.ALL, 10);
        while (!batch.isEmpty()) {
            all.addAll(batch);
            batch = store.readAfter(batch.getLast().position(), Slots.ALL, 10);
        }
        return all;
    }

    @Test
    void streamsAreCreatedWithPersonalDataToo() {
        StreamId other = visit();
        store.create(context(), List.of(new EventStore.Creation(visit, by(ann, "Ann")),
                new EventStore.Creation(other, by(ben, "Ben")), new EventStore.Creation(visit, by(ben, "Ben"))));

        assertThat(visitors(visit)).containsExactly(Optional.of("Ann"));
        assertThat(visitors(other)).containsExactly(Optional.of("Ben"));
    }

    @Test
    void whoIsErasedCannotBeReadAndOthersCan() {
        StreamId elsewhere = StreamId.of("town", "visit", UUID.randomUUID().toString());
        append(visit, by(ann, "Ann"), by(ben, "Ben"));
        store.create(new io.serviceconcept.eventsourcing.CommandContext("town", context().metadata(), null),
                List.of(new EventStore.Creation(elsewhere, by(ann, "Another Ann"))));

        subjects.erase(CITY, ann);

        assertThat(visitors(visit)).containsExactly(Optional.empty(), Optional.of("Ben"));
        assertThat(visitors(elsewhere)).containsExactly(Optional.of("Another Ann"));
        assertThat(log(store)).extracting(RecordedEvent::event).contains(marked(7, Personal.erased(ann)), by(ben, "Ben"));
        assertThat(sql("select wrapped from subject_key where organisation = 'city' and subject = '" + ann + "'"))
                .isEqualTo("null");
    }

    @Test
    void whatComesAfterTheErasureIsStoredWithoutItsValue() {
        append(visit, by(ann, "Ann"));
        subjects.erase(CITY, ann);
        List<Object> projected = new ArrayList<>();
        EventStore withRow = Visits.store(dataSource, Visits.keys("first"), inline(projected));

        AppendOutcome outcome = withRow
                .append(Append.to(context(), visit, 1, List.of(by(ann, "Ann, sent late"), by(ben, "Ben"))));

        List<Object> stored = List.of(marked(7, Personal.erased(ann)), by(ben, "Ben"));
        assertThat(((AppendOutcome.Appended) outcome).events()).extracting(AppendOutcome.Stored::event).isEqualTo(stored);
        assertThat(projected).isEqualTo(stored);
        assertThat(store.read(visit, 1)).extracting(RecordedEvent::event).isEqualTo(stored);
        assertThat(sql("select data->'visitor' ? 'sealed' from event where stream = '" + visit.name()
                + "' and version = 2")).isEqualTo("f");
    }

    private static Projection inline(List<Object> projected) {
        return new Projection() {
            @Override
            public String name() {
                return "visits";
            }

            @Override
            public List<String> tables() {
                return List.of();
            }

            @Override
            public void project(Connection connection, int shard, List<RecordedEvent> events) {
                events.forEach(e -> projected.add(e.event()));
            }
        };
    }

    @Test
    void whoComesBackIsKnownFromThenOn() {
        append(visit, by(ann, "Ann"));
        subjects.erase(CITY, ann);
        subjects.readmit(CITY, ann);
        append(visit, by(ann, "Ann again"));

        assertThat(visitors(visit)).containsExactly(Optional.empty(), Optional.of("Ann again"));
        subjects.readmit(CITY, ann);
        assertThat(visitors(visit)).containsExactly(Optional.empty(), Optional.of("Ann again"));
    }

    @Test
    void erasingAgainChangesNothing() {
        Subjects.Erasure first = subjects.erase(CITY, ann);

        assertThat(subjects.erase(CITY, ann)).isEqualTo(first);
        assertThat(erasuresOf(ann)).containsExactly(first);
        append(visit, by(ann, "Ann"));
        assertThat(visitors(visit)).containsExactly(Optional.empty());
    }

    private List<Subjects.Erasure> erasuresOf(SubjectId subject) {
        List<Subjects.Erasure> all = new ArrayList<>();
        List<Subjects.Erasure> page = subjects.erasures(null, 2);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = subjects.erasures(page.getLast(), 2);
        }
        assertThat(all).doesNotHaveDuplicates().extracting(Subjects.Erasure::erasedAt).isSorted();
        return all.stream().filter(erasure -> erasure.subject().equals(subject)).toList();
    }

    @Test
    void aRestoredDatabaseIsToldAgainWhoWasErased() {
        append(visit, by(ann, "Ann"), by(ben, "Ben"));
        backUp("backup_before");
        subjects.erase(CITY, ann);
        subjects.erase(CITY, ben);
        List<Subjects.Erasure> ledger = List.of(erasuresOf(ann).getFirst(), erasuresOf(ben).getFirst());
        subjects.readmit(CITY, ben);
        append(visit, by(ben, "Ben again"));
        backUp("backup_after");

        restore("backup_before");
        assertThat(visitors(visit)).startsWith(Optional.of("Ann"), Optional.of("Ben"));
        subjects.reapply(ledger);
        assertThat(visitors(visit)).containsExactly(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(erasuresOf(ann)).containsExactly(ledger.getFirst());

        restore("backup_after");
        subjects.reapply(List.of(ledger.getLast(), ledger.getFirst(), ledger.getLast()));
        assertThat(visitors(visit)).containsExactly(Optional.empty(), Optional.empty(), Optional.of("Ben again"));
    }

    private void backUp(String table) {
        sql("drop table if exists " + table);
        sql("create table " + table + " as select * from subject_key");
    }

    /** The keys as they were; events that were appended since stay, which no restore does, and only makes it harder. */
    private void restore(String table) {
        sql("delete from subject_key");
        sql("delete from subject_erasure");
        sql("insert into subject_key select * from " + table);
        sql("drop table " + table);
    }

    @Test
    void anErasureThatIsHeardOfLateTakesWhatWasStoredMeanwhile() {
        Instant erasedAt = now();
        append(visit, by(ann, "Ann"));
        Subjects.Erasure elsewhere = new Subjects.Erasure(CITY, ann, erasedAt);

        subjects.reapply(List.of(elsewhere));
        append(visit, by(ann, "Ann"));
        assertThat(visitors(visit)).containsExactly(Optional.empty(), Optional.empty());

        subjects.readmit(CITY, ann);
        append(visit, by(ann, "Ann again"));
        subjects.reapply(List.of(elsewhere));
        assertThat(visitors(visit)).containsExactly(Optional.empty(), Optional.empty(), Optional.of("Ann again"));

        subjects.reapply(List.of(new Subjects.Erasure(CITY, ann, now())));
        assertThat(visitors(visit)).containsOnly(Optional.empty());
    }

    @Test
    void aBackupFromBeforeAnErasureWasHeardOfIsToldAgain() {
        Instant erasedAt = now();
        append(visit, by(ann, "Ann"));
        backUp("backup_unheard");
        subjects.reapply(List.of(new Subjects.Erasure(CITY, ann, erasedAt)));
        List<Subjects.Erasure> ledger = erasuresOf(ann);

        restore("backup_unheard");
        subjects.reapply(ledger);

        assertThat(visitors(visit)).containsExactly(Optional.empty());
    }

    /** On the database's clock. */
    private Instant now() {
        return Instant.parse(TestDatabase.ask(dataSource,
                "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')").getFirst()
                .getFirst());
    }

    @Test
    void aSubjectOfAYoungerTimeThanTheBackupIsErasedToo() {
        subjects.reapply(List.of(new Subjects.Erasure(CITY, ann, Instant.now())));
        append(visit, by(ann, "Ann"));

        assertThat(visitors(visit)).containsExactly(Optional.empty());
    }

    @Test
    void manyAtOnceGiveANewSubjectOneKey() throws Exception {
        List<StreamId> streams = IntStream.range(0, 24).mapToObj(i -> visit()).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writes = new ArrayList<>();
            streams.forEach(stream -> writes
                    .add(threads.submit(() -> append(stream, by(ann, "Ann"), by(ben, "Ben"), by(ann, "Ann")))));
            for (Future<?> write : writes) {
                write.get();
            }
        }

        assertThat(streams).allSatisfy(stream -> assertThat(visitors(stream)).containsExactly(Optional.of("Ann"),
                Optional.of("Ben"), Optional.of("Ann")));
        assertThat(sql("select count(*) from subject_key where subject in ('" + ann + "', '" + ben + "')")).isEqualTo("2");
    }

    @Test
    void whateverIsUnderWayNothingIsReadableOnceTheErasureHasReturned() throws Exception {
        for (int round = 0; round < 10; round++) {
            SubjectId subject = SubjectId.random();
            List<StreamId> streams = IntStream.range(0, 4).mapToObj(i -> visit()).toList();
            AtomicBoolean erased = new AtomicBoolean();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<?>> writes = new ArrayList<>();
                streams.forEach(stream -> writes.add(threads.submit(() -> {
                    boolean last;
                    do {
                        last = erased.get();
                        append(stream, by(subject, "Ann"));
                    } while (!last);
                })));
                subjects.erase(CITY, subject);
                assertThat(streams).allSatisfy(stream -> assertThat(visitors(stream)).allMatch(Optional::isEmpty));
                erased.set(true);
                for (Future<?> write : writes) {
                    write.get();
                }
            }
            assertThat(streams).allSatisfy(stream -> assertThat(visitors(stream)).isNotEmpty().allMatch(Optional::isEmpty));
        }
    }

    @Test
    void whenKeysAreWrappedAnewTheOldOuterKeyCanBeDestroyed() throws Exception {
        append(visit, by(ann, "Ann"), by(ben, "Ben"));
        for (int i = 0; i < 3; i++) { // more than one batch
            store.create(context(), IntStream.range(0, 400)
                    .mapToObj(n -> new EventStore.Creation(visit(), by(SubjectId.random(), "n"))).toList());
        }
        subjects.erase(CITY, ben);
        EventStore afterwards = Visits.store(dataSource, Visits.keysWithout("first"));
        PostgresSubjects subjectsAfterwards = new PostgresSubjects(dataSource, Visits.keysWithout("first"));

        assertThatIllegalStateException().isThrownBy(() -> afterwards.read(visit, 0))
                .withMessageContaining("outer key first, which is not configured");
        assertThatIllegalStateException().isThrownBy(() -> subjectsAfterwards.check(Set.of()))
                .withMessageContaining("[first]");

        rotate("second");
        assertThat(subjects.keysByOuterKey()).containsOnlyKeys("second");
        assertThat(afterwards.read(visit, 0)).extracting(RecordedEvent::event).containsExactly(by(ann, "Ann"),
                marked(7, Personal.erased(ben)));
        subjectsAfterwards.check(Set.of());

        rotate("first");
        assertThat(subjects.keysByOuterKey()).containsOnlyKeys("first");
        assertThat(visitors(visit)).containsExactly(Optional.of("Ann"), Optional.empty());
    }

    @Test
    void aBackupOlderThanADestroyedOuterKeyIsReadWithoutItsPersonalValues() {
        append(visit, by(ann, "Ann"), by(ben, "Ben"));
        subjects.erase(CITY, ben);
        EventStore restored = Visits.store(dataSource, Visits.keysWithout("first"));
        PostgresSubjects subjectsRestored = new PostgresSubjects(dataSource, Visits.keysWithout("first"));

        assertThatIllegalArgumentException().isThrownBy(() -> subjects.check(Set.of("first")))
                .withMessageContaining("[first]");
        subjectsRestored.check(Set.of("first"));

        assertThat(restored.read(visit, 0)).extracting(RecordedEvent::event).containsExactly(
                marked(7, Personal.erased(ann)), marked(7, Personal.erased(ben)));
        restored.append(Append.to(context(), visit, 2, List.of(by(ann, "Ann again"), by(ben, "Ben again"))));
        assertThat(restored.read(visit, 2)).extracting(RecordedEvent::event).containsExactly(by(ann, "Ann again"),
                marked(7, Personal.erased(ben)));
    }

    private void rotate(String current) {
        OuterKeyRotation rotation = new OuterKeyRotation(dataSource, Visits.keys(current));
        while (rotation.work()) {
            assertThat(subjects.keysByOuterKey()).containsKey(current);
        }
    }

    @Test
    void withoutKeysPersonalDataIsRefusedAndTheRestWorks() {
        EventStore bare = Visits.store(dataSource, PersonalKeys.none());

        assertThatIllegalStateException().isThrownBy(() -> bare.append(Append.to(context(), visit, 0, List.of(by(ann, "A")))))
                .withMessageContaining("set event-sourcing.personal-data");
        assertThatIllegalStateException()
                .isThrownBy(() -> new PostgresSubjects(dataSource, PersonalKeys.none()).of(CITY, "ann"))
                .withMessageContaining("set event-sourcing.personal-data");
        assertThatExceptionOfType(PersonalDataNotConfigured.class)
                .isThrownBy(() -> new PostgresSubjects(dataSource, PersonalKeys.none()).erase(CITY, SubjectId.random()));
        assertThat(bare.append(Append.to(context(), visit, 0, List.of(new Visits.VisitEvent.Announced("hall")))))
                .isInstanceOf(AppendOutcome.Appended.class);
        assertThat(bare.read(visit, 0)).hasSize(1);
    }

    @Test
    void whatWasMovedOrChangedIsReportedAndNotTakenForErased() {
        StreamId other = visit();
        StreamId turned = visit();
        append(visit, by(ann, "Ann"));
        append(other, by(ann, "Ann"));
        append(turned, new Marked(7, Personal.of(ann, "one"), List.of(Personal.of(ann, "two"))));
        sql("update event set data = (select data from event where stream = '" + visit.name() + "') where stream = '"
                + other.name() + "'");
        sql("update event set data = jsonb_build_object('mark', 7, 'visitor', data->'companions'->0, 'companions',"
                + " jsonb_build_array(data->'visitor')) where stream = '" + turned.name() + "'");

        assertThatThrownBy(() -> store.read(other, 0)).hasStackTraceContaining("was changed, or moved");
        assertThatThrownBy(() -> store.read(turned, 0)).hasStackTraceContaining("was changed, or moved");
        assertThat(visitors(visit)).containsExactly(Optional.of("Ann"));
        // others read the whole log
        sql("delete from event where stream in ('" + other.name() + "', '" + turned.name() + "')");
    }

    @Test
    void whatWasStoredUnderAnOlderNameIsReadAsTodays() {
        append(visit, by(ann, "Ann"));
        sql("update event set type = 'visit.marked.v1', data = data - 'visitor' ||"
                + " jsonb_build_object('name', jsonb_build_object('subject', '" + ann + "')) where stream = '" + visit.name()
                + "'");

        assertThat(store.read(visit, 0)).extracting(RecordedEvent::event)
                .containsExactly(marked(7, Personal.erased(ann)));
    }

    @Test
    void anObjectThatOnlyLooksSealedIsLeftAlone() {
        var types = io.serviceconcept.eventsourcing.EventTypes.builder()
                .add("visit.noted.v1", Noted.class).build();
        EventStore notes = new PostgresEventStore(dataSource, types, type -> false, List.of(), () -> false,
                new io.serviceconcept.eventsourcing.Signal(), Visits.keys("first"));
        Noted noted = new Noted(Map.of("note", Map.of("subject", "x", "sealed", "not at all"), "note2",
                Map.of("subject", ann.value(), "sealed", "AAAA")), Personal.of(ann, "Ann"));
        StreamId stream = StreamId.of(CITY, "note", UUID.randomUUID().toString());

        notes.append(Append.to(context(), stream, 0, List.of(noted)));

        assertThat(notes.read(stream, 0)).extracting(RecordedEvent::event).containsExactly(noted);
        sql("delete from event where stream = '" + stream.name() + "'");
    }

    record Noted(Map<String, Object> notes, Personal by) {
    }
}
