package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.serviceconcept.concept.ConceptCommand.Adopt;
import io.serviceconcept.concept.ConceptCommand.Propose;
import io.serviceconcept.concept.ConceptCommand.Retire;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.CommandHandler;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.InMemoryEventStore;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is done to a concept: what an edition was when it was adopted, it is for ever. */
class EditionNeverChangesTest {

    private static final CommandContext CONTEXT = new CommandContext("city",
            new Metadata("marit", new UUID(0, 1), null, null), null);
    private static final StreamId STREAM = StreamId.of("city", "concept", "c");

    private InMemoryEventStore store = new InMemoryEventStore(ConceptEventTypes.all(), type -> false);
    private CommandHandler<ConceptCommand, Concept, ConceptEvent, ConceptRejection> handler = handler(store);

    private static CommandHandler<ConceptCommand, Concept, ConceptEvent, ConceptRejection> handler(InMemoryEventStore store) {
        return new CommandHandler<>(store, new ConceptDecider(), ConceptEvent.class);
    }

    /** All tries of a property share one instance of this class. */
    @BeforeTry
    void beginAnew() {
        store = new InMemoryEventStore(ConceptEventTypes.all(), type -> false);
        handler = handler(store);
    }

    @Property(tries = 40)
    void anEditionNeverChangesAfterItsAdoption(@ForAll long seed, @ForAll @IntRange(min = 10, max = 60) int before,
            @ForAll @IntRange(min = 10, max = 60) int after) {
        store.append(Append.to(CONTEXT, STREAM, 0, List.of(Given.CREATED, new ConceptEvent.LayerAdded(Given.LAYER),
                new ConceptEvent.ChannelAdded(Given.WEB), new ConceptEvent.CustomerGroupAdded(Given.EVERYBODY))));
        handle(new Propose(RandomCommands.INDICATORS));
        handle(new Adopt(LocalDate.of(2026, 1, 1), Instant.EPOCH));
        Map<Integer, String> adopted = editions();
        assertThat(adopted).containsOnlyKeys(1);

        RandomCommands commands = new RandomCommands(new Random(seed));
        for (int i = 0; i < before + after; i++) {
            handle(i == before + after - 1 ? new Retire("Over", LocalDate.of(2027, 1, 1))
                    : commands.next(handler.load(STREAM).state()));
            Map<Integer, String> now = editions();
            assertThat(now).containsAllEntriesOf(adopted);
            adopted = now;
        }
    }

    private void handle(ConceptCommand command) {
        handler.handle(CONTEXT, STREAM, command);
    }

    /** Every edition as the API shows it. */
    private Map<Integer, String> editions() {
        Map<Integer, String> editions = new LinkedHashMap<>();
        for (RecordedEvent recorded : store.read(STREAM, 0)) {
            if (recorded.event() instanceof EditionAdopted adopted) {
                editions.put(adopted.edition(), Trees.of(EditionView.of(
                        new Editions.Edition(adopted, recorded.version(), recorded.metadata().actor()))).toString());
            }
        }
        return editions;
    }
}
