package io.serviceconcept.benchmark;

import java.util.List;
import java.util.stream.IntStream;

import io.serviceconcept.eventsourcing.Append;
import io.serviceconcept.eventsourcing.AppendOutcome;
import io.serviceconcept.eventsourcing.EventStore;

/** Ours: appends to streams at the version expected. */
final class KernelAppends implements Callers.Operation, AutoCloseable {

    private final EventStore store;
    private final List<OwnStreams> streams;
    private final int batch;

    /** @param batch events in one append */
    KernelAppends(EventStore store, List<OwnStreams> streams, int batch) {
        this.store = store;
        this.streams = streams;
        this.batch = batch;
    }

    @Override
    public int run(int caller) {
        OwnStreams own = streams.get(caller);
        int stream = own.pick();
        List<ResponseReceived> events = batch(stream, batch);
        AppendOutcome outcome = store
                .append(Append.to(Events.context(), own.id(stream), own.version(stream), events));
        if (!(outcome instanceof AppendOutcome.Appended)) {
            throw new IllegalStateException("not appended: " + outcome);
        }
        own.appended(stream, batch);
        return batch;
    }

    static List<ResponseReceived> batch(int first, int size) {
        return IntStream.range(first, first + size).mapToObj(Events::pooled).toList();
    }

    @Override
    public void close() throws Exception {
        if (store instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
