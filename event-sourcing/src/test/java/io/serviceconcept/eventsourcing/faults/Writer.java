package io.serviceconcept.eventsourcing.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.CommandContext;
import io.serviceconcept.eventsourcing.EventStore;
import io.serviceconcept.eventsourcing.EventStore.Creation;
import io.serviceconcept.eventsourcing.EventStoreUnavailable;
import io.serviceconcept.eventsourcing.Idempotency;
import io.serviceconcept.eventsourcing.Metadata;
import io.serviceconcept.eventsourcing.RecordedEvent;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.faults.AttemptLog.Part;

/**
 * One thread of the writer: loads a stream, appends at the version it saw, as a command handler does; creates streams;
 * sends requests with a key again until they are answered, also those of its predecessor that was killed.
 */
final class Writer implements Runnable {

    private static final int STREAMS = 60;
    private static final int MILLISECONDS_TO_RETRY = 100;

    private final EventStore store;
    private final Path path;
    private final int life;
    private final int thread;
    private final int largest;
    private final int pace;
    private final Gate gate;
    private final Random random;
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final CommandContext context = new CommandContext(AttemptFile.ORGANISATION,
            new Metadata("writer", UUID.randomUUID(), null, null), null);
    private long nextMark;

    /**
     * @param largest events in one append at most
     * @param pace between two attempts, in milliseconds on average
     */
    Writer(EventStore store, Path path, int life, int thread, int largest, int pace, Gate gate) {
        this.store = store;
        this.path = path;
        this.life = life;
        this.thread = thread;
        this.largest = largest;
        this.pace = pace;
        this.gate = gate;
        this.random = new Random(life * 1_000L + thread);
        this.nextMark = Marks.first(life, thread);
    }

    @Override
    public void run() {
        AttemptFile.Begun unanswered = AttemptFile.unanswered(path);
        try (AttemptLog log = new AttemptLog(path)) {
            if (unanswered != null) {
                appendUntilAnswered(log, java.util.Objects.requireNonNull(unanswered.key()), unanswered.parts());
            }
            while (gate.pass()) {
                Lifeline.park(random.nextInt(2 * pace));
                int dice = random.nextInt(100);
                if (dice < 55) {
                    append(log, parts(1));
                } else if (dice < 65) {
                    append(log, parts(2 + random.nextInt(2)));
                } else if (dice < 85) {
                    appendUntilAnswered(log, "key-" + life + '-' + thread + '-' + nextMark, parts(1));
                } else if (dice < 95) {
                    create(log);
                } else {
                    createContested(log);
                }
            }
        }
    }

    private List<Part> parts(int streams) {
        TreeSet<StreamId> chosen = new TreeSet<>();
        while (chosen.size() < streams) {
            chosen.add(stream("meter-" + random.nextInt(STREAMS)));
        }
        return chosen.stream().map(s -> part(s, 1 + random.nextInt(largest))).toList();
    }

    private Part part(StreamId stream, int count) {
        Part part = new Part(stream, nextMark, count);
        nextMark += count;
        return part;
    }

    private static StreamId stream(String name) {
        return new StreamId(AttemptFile.ORGANISATION, name);
    }

    private void append(AttemptLog log, List<Part> parts) {
        log.attempt(null, parts);
        try {
            // now and then at a version that nobody has seen
            long wrong = random.nextInt(20) == 0 ? 3 : 0;
            answer(log, store.append(new Append(context, changes(parts, wrong))));
        } catch (EventStoreUnavailable e) {
            log.unknown();
            Lifeline.park(MILLISECONDS_TO_RETRY);
        }
    }

    private void appendUntilAnswered(AttemptLog log, String key, List<Part> parts) {
        CommandContext keyed = new CommandContext(context.organisation(), context.metadata(),
                new Idempotency(key, key, 201, "/meters/1"));
        while (!gate.ended()) {
            log.attempt(key, parts);
            try {
                AppendOutcome outcome = store.append(new Append(keyed, changes(parts, 0)));
                // another writer came first: a command handler decides again
                if (!(outcome instanceof AppendOutcome.Conflict) && !(outcome instanceof AppendOutcome.InFlight)) {
                    answer(log, outcome);
                    return;
                }
                log.unknown();
            } catch (EventStoreUnavailable e) {
                log.unknown();
                Lifeline.park(MILLISECONDS_TO_RETRY);
            }
        }
    }

    private List<Append.Change> changes(List<Part> parts, long wrong) {
        return parts.stream().map(p -> new Append.Change(p.stream(), load(p.stream()) + wrong,
                Marks.events(p.firstMark(), p.count()))).toList();
    }

    /** What came since it was loaded last; a snapshot spares reading the rest again. */
    private long load(StreamId stream) {
        long version = versions.getOrDefault(stream, 0L);
        for (RecordedEvent event : store.read(stream, version)) {
            if (event.version() != version + 1) {
                throw new IllegalStateException("read " + event + " after version " + version);
            }
            version = event.version();
        }
        versions.put(stream, version);
        return version;
    }

    private static void answer(AttemptLog log, AppendOutcome outcome) {
        switch (outcome) {
            case AppendOutcome.Appended appended -> log.acknowledged(appended.events());
            case AppendOutcome.Repeated repeated -> log.acknowledged();
            case AppendOutcome.Conflict conflict -> log.refused();
            case AppendOutcome.KeyReused reused -> throw new IllegalStateException("every key is new");
            case AppendOutcome.InFlight inFlight -> log.unknown();
        }
    }

    /** Streams that are nobody else's: the whole batch is stored, or nothing. */
    /** Each is stored by itself when what they were grouped with could not be. */
    private void create(AttemptLog log) {
        List<Part> parts = new ArrayList<>();
        int count = 1 + random.nextInt(largest * 2);
        for (int i = 0; i < count; i++) {
            parts.add(part(stream("new-" + nextMark), 1));
        }
        log.attemptEach(parts);
        List<Boolean> created = send(log, parts);
        if (created != null) {
            if (created.contains(false)) {
                throw new IllegalStateException("a new stream existed already");
            }
            log.created(created);
        }
    }

    /** Streams that several threads want to create. */
    private void createContested(AttemptLog log) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            parts.add(part(stream("wanted-" + life + '-' + random.nextInt(1_000)), 1));
        }
        log.attemptEach(parts);
        List<Boolean> created = send(log, parts);
        if (created != null) {
            log.created(created);
        }
    }

    private @Nullable List<Boolean> send(AttemptLog log, List<Part> parts) {
        try {
            return store.create(context, parts.stream().map(p -> new Creation(p.stream(), Marks.event(p.firstMark())))
                    .toList());
        } catch (EventStoreUnavailable e) {
            log.unknown();
            Lifeline.park(MILLISECONDS_TO_RETRY);
            return null;
        }
    }
}
