package io.serviceconcept.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.Contended;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStore.Creation;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.http.InvalidInput;
import io.serviceconcept.eventsourcing.http.Problem;
import io.serviceconcept.intake.BatchAnswer.BatchItem;

/** Stores what senders push, once, however often they push it. */
@ApplicationScoped
public class Intake {

    private static final int ATTEMPTS = 20;

    private final EventStore store;

    public Intake(EventStore store) {
        this.store = store;
    }

    /** What became of one item. */
    public enum Outcome {
        /** It is stored now. */
        NEW,
        /** It was stored before. */
        SAME,
        /** Something else was stored before under the same id. Nothing changed. */
        DIFFERENT
    }

    /**
     * @param stored what is stored under the id: the item itself, or what came before it
     * @param version of its stream
     */
    public record Taken(Outcome outcome, Received stored, long version) {
    }

    /**
     * @param id as the sender chose it
     * @param stream that is named after it
     */
    public record Item(String id, StreamId stream, Received event) {
    }

    /**
     * @param items at most 1,000
     * @return an outcome for each, in their order
     */
    public List<Taken> take(CommandContext context, List<Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<Boolean> created = store.create(context,
                items.stream().map(item -> new Creation(item.stream(), item.event())).toList());
        List<Taken> taken = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            taken.add(created.get(i) ? new Taken(Outcome.NEW, items.get(i).event(), 1)
                    : compare(context, items.get(i), true).orElseThrow());
        }
        return taken;
    }

    /** Takes in one item, unless it was withdrawn before; empty when it was. */
    public Optional<Taken> takeUnlessWithdrawn(CommandContext context, Item item) {
        return store.create(context, List.of(new Creation(item.stream(), item.event()))).getFirst()
                ? Optional.of(new Taken(Outcome.NEW, item.event(), 1))
                : compare(context, item, false);
    }

    /**
     * Takes in many: the good ones are stored, the bad ones fail alone.
     *
     * @param idField the field that holds the sender's id
     * @param read what an item says, or {@link InvalidInput} with everything that is wrong with it
     * @param reused the problem of an id that was used for something else
     */
    public BatchAnswer takeAll(CommandContext context, List<Batch.Item> batch, String idField,
            Function<JsonNode, Item> read, Problem reused) {
        BatchItem[] answers = new BatchItem[batch.size()];
        SortedMap<Integer, Item> good = new TreeMap<>();
        for (int i = 0; i < answers.length; i++) {
            switch (batch.get(i)) {
                case Batch.Item.Unreadable bad -> answers[i] = BatchItem.invalid(i, null, bad.violations());
                case Batch.Item.Readable readable -> {
                    try {
                        good.put(i, read.apply(readable.json()));
                    } catch (InvalidInput e) {
                        answers[i] = BatchItem.invalid(i, new LooseFields(readable.json()).text(idField), e.violations());
                    }
                }
            }
        }
        Iterator<Taken> taken = take(context, List.copyOf(good.values())).iterator();
        good.forEach((place, item) -> answers[place] = switch (taken.next().outcome()) {
            case NEW -> new BatchItem(place, item.id(), 201, null);
            case SAME -> new BatchItem(place, item.id(), 200, null);
            case DIFFERENT -> BatchItem.refused(place, item.id(), reused);
        });
        return new BatchAnswer(List.of(answers));
    }

    /**
     * The item is compared with all that its id stood for since it was last withdrawn: who pushes again what was corrected
     * meanwhile pushes nothing new.
     *
     * @param mayReturn whether what was withdrawn is as good as new; empty when it may not
     */
    private Optional<Taken> compare(CommandContext context, Item item, boolean mayReturn) {
        for (int attempt = 1;; attempt++) {
            List<RecordedEvent> events = store.read(item.stream(), 0);
            List<Received> standing = new ArrayList<>();
            for (RecordedEvent recorded : events) {
                switch (recorded.event()) {
                    case Received received -> standing.add(received);
                    case Withdrawn withdrawn -> standing.clear();
                    default -> throw new IllegalStateException("nothing that a sender pushed: " + item.stream());
                }
            }
            if (!standing.isEmpty()) {
                boolean same = standing.stream().anyMatch(stored -> stored.sameAs(item.event()));
                return Optional.of(new Taken(same ? Outcome.SAME : Outcome.DIFFERENT, standing.getLast(), events.size()));
            }
            if (!mayReturn) {
                return Optional.empty();
            }
            Append append = Append.to(context, item.stream(), events.size(), List.of(item.event()));
            if (store.append(append) instanceof AppendOutcome.Appended) {
                return Optional.of(new Taken(Outcome.NEW, item.event(), events.size() + 1));
            }
            if (attempt == ATTEMPTS) {
                throw new Contended(item.stream());
            }
        }
    }
}
