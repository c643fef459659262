package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.KeptFolds.Seen;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.RealParts;

/** What is kept of a concept is never older than the log. */
@QuarkusTest
@WithTestResource(RealParts.class)
class KeptFoldsTest {

    private static final CommandContext CONTEXT = new CommandContext("kept-folds",
            new Metadata("somebody", UUID.randomUUID(), null, null), null);

    @Inject
    EventStore store;

    @Inject
    DataSource dataSource;

    private final AtomicInteger folded = new AtomicInteger();
    private final StreamId concept = stream();

    private static StreamId stream() {
        return new ConceptId(UUID.randomUUID().toString()).stream("kept-folds");
    }

    /** The reasons for which it was proposed. */
    private final class Reasons implements KeptFolds.Fold<List<String>> {

        private final List<String> reasons = new ArrayList<>();

        @Override
        public void apply(ConceptEvent event) {
            folded.incrementAndGet();
            reasons.add(String.valueOf(((ConceptProposed) event).reason()));
        }

        @Override
        public List<String> view() {
            return List.copyOf(reasons);
        }
    }

    private KeptFolds<List<String>> kept(long mostWeight) {
        return new KeptFolds<>(store, Reasons::new, mostWeight);
    }

    private void propose(StreamId stream, long version, String... reasons) {
        AppendOutcome outcome = store.append(Append.to(CONTEXT, stream, version,
                List.of(reasons).stream().map(ConceptProposed::new).toList()));
        assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
    }

    @Test
    void aConceptThatIsNotThereIsSeenOnceItIs() {
        KeptFolds<List<String>> kept = kept(1_000);
        assertThat(kept.now(concept)).isEmpty();

        propose(concept, 0, "a");

        assertThat(kept.now(concept)).contains(new Seen<>(List.of("a"), 1));
    }

    @Test
    void onlyWhatIsNewIsFolded() {
        KeptFolds<List<String>> kept = kept(1_000);
        propose(concept, 0, "a", "b", "c");
        kept.now(concept);
        kept.now(concept);
        assertThat(folded).hasValue(3);

        propose(concept, 3, "d");

        assertThat(kept.now(concept)).contains(new Seen<>(List.of("a", "b", "c", "d"), 4));
        assertThat(folded).hasValue(4);
    }

    @Test
    void ofALogThatWasPutBackNothingIsKept() throws SQLException {
        KeptFolds<List<String>> kept = kept(1_000);
        propose(concept, 0, "a", "b");
        kept.now(concept);
        deleteFrom(concept, 2);
        assertThat(kept.now(concept)).contains(new Seen<>(List.of("a"), 1));

        propose(concept, 1, "c", "d");
        kept.now(concept);
        deleteFrom(concept, 2);
        propose(concept, 1, "e", "f", "g");
        assertThat(kept.now(concept)).contains(new Seen<>(List.of("a", "e", "f", "g"), 4));

        deleteFrom(concept, 1);
        assertThat(kept.now(concept)).isEmpty();
    }

    @Test
    void whatHasNoRoomIsFoldedAnew() {
        KeptFolds<List<String>> kept = kept(120);
        List<StreamId> ten = Stream.generate(KeptFoldsTest::stream).limit(10).toList();
        ten.forEach(stream -> propose(stream, 0, "a"));

        ten.forEach(kept::now);
        assertThat(folded).hasValue(10);

        ten.forEach(stream -> assertThat(kept.now(stream)).contains(new Seen<>(List.of("a"), 1)));
        assertThat(folded).as("there is room for two").hasValueGreaterThanOrEqualTo(18);
    }

    @Test
    void whoWroteSeesItHoweverManyOthersLook() throws Exception {
        KeptFolds<List<String>> kept = kept(100_000);
        List<StreamId> concepts = List.of(concept, stream());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (StreamId written : concepts) {
                running.add(threads.submit(() -> {
                    for (int version = 0; version < 100; version++) {
                        propose(written, version, "r" + version);
                        Seen<List<String>> seen = kept.now(written).orElseThrow();
                        assertThat(seen.version()).isEqualTo(version + 1);
                        assertThat(seen.view()).hasSize(version + 1).last().isEqualTo("r" + version);
                    }
                }));
                for (int reader = 0; reader < 3; reader++) {
                    running.add(threads.submit(() -> {
                        for (int look = 0; look < 200; look++) {
                            kept.now(written)
                                    .ifPresent(seen -> assertThat((long) seen.view().size()).isEqualTo(seen.version()));
                        }
                    }));
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private void deleteFrom(StreamId stream, long version) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection
                        .prepareStatement("delete from event where organisation = ? and stream = ? and version >= ?")) {
            delete.setString(1, stream.organisation());
            delete.setString(2, stream.name());
            delete.setLong(3, version);
            delete.executeUpdate();
        }
    }
}
