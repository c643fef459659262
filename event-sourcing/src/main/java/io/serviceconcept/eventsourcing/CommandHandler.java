package io.serviceconcept.eventsourcing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Loads a stream, folds it, decides and appends at the version it was decided on.
 *
 * @param <C> the aggregate's commands
 * @param <S> its state
 * @param <E> its events
 * @param <R> its rejections
 */
public final class CommandHandler<C, S, E, R> {

    private static final int ATTEMPTS = 20;

    private final EventStore store;
    private final Decider<C, S, E, R> decider;
    private final Class<E> eventType;

    /**
     * Reads nothing yet; for any number of threads at the same time.
     *
     * @param eventType the interface of the aggregate's events: a stream that holds another cannot be loaded
     */
    public CommandHandler(EventStore store, Decider<C, S, E, R> decider, Class<E> eventType) {
        this.store = store;
        this.decider = decider;
        this.eventType = eventType;
    }

    /** An aggregate as it is now. {@code version} is 0 when nothing is stored. */
    public record Loaded<S>(S state, long version) {
    }

    /**
     * The aggregate as it is now, in its initial state when nothing is stored. Costs reading and folding the whole stream.
     *
     * @throws EventStoreUnavailable when the database cannot be reached
     * @throws IllegalStateException when the stream is damaged: an event that cannot follow, or a personal field that was
     *         changed
     * @throws ClassCastException when it holds events of another aggregate
     */
    public Loaded<S> load(StreamId stream) {
        return load(stream, AsOf.now());
    }

    /**
     * The aggregate as it was; in its initial state before its first event.
     *
     * @throws EventStoreUnavailable when the database cannot be reached
     * @throws IllegalStateException when the stream is damaged
     * @throws ClassCastException when it holds events of another aggregate
     */
    public Loaded<S> load(StreamId stream, AsOf asOf) {
        S state = decider.initial();
        long version = 0;
        for (RecordedEvent recorded : store.read(stream, asOf)) {
            state = decider.evolve(state, eventType.cast(recorded.event()));
            version = recorded.version();
        }
        return new Loaded<>(state, version);
    }

    /**
     * Handles a command on whatever version there is, deciding again when another writer came first. With an idempotency key
     * the same request has its effect once, and one that changed nothing never has any.
     *
     * @throws IdempotencyConflict see there
     * @throws Contended when other writers came first twenty times
     * @throws EventStoreUnavailable when the database cannot be reached
     */
    public Handled<S, E, R> handle(CommandContext context, StreamId stream, C command) {
        return handle(context, stream, OptionalLong.empty(), command);
    }

    /**
     * Handles a command only on the version that the caller has seen.
     *
     * @throws StaleVersion when the stream is at another version, unless the same request was handled before
     * @throws IdempotencyConflict see there
     * @throws EventStoreUnavailable when the database cannot be reached
     */
    public Handled<S, E, R> handle(CommandContext context, StreamId stream, long expectedVersion, C command) {
        return handle(context, stream, OptionalLong.of(expectedVersion), command);
    }

    private Handled<S, E, R> handle(CommandContext context, StreamId stream, OptionalLong expected, C command) {
        for (int attempt = 1;; attempt++) {
            Loaded<S> loaded = load(stream);
            if (expected.isPresent() && expected.getAsLong() != loaded.version()) {
                return repeated(context).orElseThrow(() -> new StaleVersion(loaded.version()));
            }
            List<E> events;
            switch (decider.decide(command, loaded.state())) {
                case Decision.Rejected<E, R> rejected -> {
                    return repeated(context).orElseGet(() -> new Handled.Rejected<>(rejected.reason()));
                }
                case Decision.Accepted<E, R> accepted -> events = accepted.events();
            }
            if (events.isEmpty()) {
                return unchanged(context, loaded);
            }
            // before it is stored: what cannot be folded would make the stream unreadable for ever
            S state = loaded.state();
            for (E event : events) {
                state = decider.evolve(state, event);
            }
            AppendOutcome outcome = store.append(Append.to(context, stream, loaded.version(), events));
            switch (outcome) {
                case AppendOutcome.Appended appended -> {
                    return new Handled.Done<>(state, loaded.version() + events.size(), events);
                }
                case AppendOutcome.Repeated repeated -> {
                    return new Handled.Repeated<>(repeated.status(), repeated.location());
                }
                case AppendOutcome.KeyReused reused -> throw new IdempotencyConflict(false);
                case AppendOutcome.InFlight inFlight -> throw new IdempotencyConflict(true);
                case AppendOutcome.Conflict conflict -> {
                    if (expected.isPresent()) {
                        throw new StaleVersion(conflict.actualVersion());
                    }
                    if (attempt == ATTEMPTS) {
                        throw new Contended(stream);
                    }
                }
            }
        }
    }

    /** Sent again it must not have an effect either, though others changed meanwhile what it asks for. */
    private Handled<S, E, R> unchanged(CommandContext context, Loaded<S> loaded) {
        Idempotency idempotency = context.idempotency();
        Optional<AppendOutcome> earlier = idempotency == null ? Optional.empty()
                : store.remember(context.organisation(), idempotency);
        return earlier.map(this::answered)
                .orElseGet(() -> new Handled.Done<>(loaded.state(), loaded.version(), List.of()));
    }

    /** A request that is sent again finds the world changed by its first arrival: that is not a reason to refuse it. */
    private Optional<Handled<S, E, R>> repeated(CommandContext context) {
        Idempotency idempotency = context.idempotency();
        if (idempotency == null) {
            return Optional.empty();
        }
        return store.repeated(context.organisation(), idempotency).map(this::answered);
    }

    private Handled<S, E, R> answered(AppendOutcome earlier) {
        if (earlier instanceof AppendOutcome.Repeated repeated) {
            return new Handled.Repeated<>(repeated.status(), repeated.location());
        }
        throw new IdempotencyConflict(earlier instanceof AppendOutcome.InFlight);
    }
}
