package io.serviceconcept.eventsourcing.testing;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.serviceconcept.eventsourcing.Position;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.testing.History.Reader;
import io.serviceconcept.eventsourcing.testing.History.Seen;
import io.serviceconcept.eventsourcing.testing.History.Stored;
import io.serviceconcept.eventsourcing.testing.Violation.Kind;

/** Follows what one reader saw, one event after another. */
final class ReaderCheck {

    private final Reader reader;
    private final StoredEvents stored;
    private final List<Violation> violations;
    private final Map<StreamId, BitSet> seen = new HashMap<>();
    private Position reached = Position.START;

    ReaderCheck(Reader reader, StoredEvents stored, List<Violation> violations) {
        this.reader = reader;
        this.stored = stored;
        this.violations = violations;
    }

    void check(List<Seen> events) {
        events.forEach(this::check);
        for (Stored event : stored.all()) {
            int slot = event.stream().slot();
            Long number = event.number(reader.numbering());
            if (number != null && slot >= reader.slots().first() && slot <= reader.slots().last()
                    && !seenOf(event.stream()).get(number.intValue())) {
                add(Kind.LOST, "never saw " + event);
            }
        }
    }

    private void check(Seen event) {
        Stored original = stored.withId(event.id());
        if (original == null) {
            add(Kind.PHANTOM, "saw what is not stored: " + event);
            return;
        }
        Long number = original.number(reader.numbering());
        if (number == null || number != event.number() || !original.stream().equals(event.stream())) {
            add(Kind.DIFFERENT, "saw " + event + ", stored is " + original);
            return;
        }
        BitSet before = seenOf(event.stream());
        int last = Math.max(0, before.length() - 1);
        if (before.get((int) event.number())) {
            add(Kind.DOUBLED, "saw again " + event);
        } else if (event.number() < last) {
            add(Kind.REGRESSED, "saw " + event + " after number " + last);
        } else if (event.number() > last + 1) {
            add(Kind.SKIPPED, "saw " + event + " right after number " + last);
        }
        before.set((int) event.number());
        if (reader.inLogOrder()) {
            if (original.position().compareTo(reached) <= 0) {
                add(Kind.REGRESSED, "saw " + original + " though it was at " + reached);
            }
            reached = original.position();
        }
    }

    private BitSet seenOf(StreamId stream) {
        return seen.computeIfAbsent(stream, s -> new BitSet());
    }

    private void add(Kind kind, String evidence) {
        violations.add(new Violation(kind, reader.name() + " " + evidence));
    }
}
