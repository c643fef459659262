package io.serviceconcept.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import org.HdrHistogram.Histogram;

/** Callers, virtual threads as in the services, that each begin the next operation when the last one was answered. */
final class Callers {

    /** One operation of one caller. */
    @FunctionalInterface
    interface Operation {

        /** @return how many events it wrote or read */
        int run(int caller) throws Exception;
    }

    private record Done(long events, Histogram latencies) {
    }

    private Callers() {
    }

    /** All callers go on until the time is over; what was begun is finished. */
    static Sample during(Duration slice, int callers, Operation operation) throws Exception {
        return run(callers, operation, caller -> {
            long end = System.nanoTime() + slice.toNanos();
            return () -> System.nanoTime() < end;
        });
    }

    /** Every caller does the same number of operations. */
    static Sample times(int operations, int callers, Operation operation) throws Exception {
        return run(callers, operation, caller -> {
            int[] left = { operations };
            return () -> left[0]-- > 0;
        });
    }

    private interface Ends {
        BooleanSupplier begin(int caller);
    }

    private static Sample run(int callers, Operation operation, Ends ends) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Done>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(caller(start, caller, operation, ends)));
            }
            long begun = System.nanoTime();
            start.countDown();
            long events = 0;
            Histogram latencies = Sample.histogram();
            for (Future<Done> one : running) {
                Done done = one.get();
                events += done.events();
                latencies.add(done.latencies());
            }
            return new Sample(events, System.nanoTime() - begun, latencies);
        }
    }

    private static Callable<Done> caller(CountDownLatch start, int caller, Operation operation, Ends ends) {
        return () -> {
            Histogram latencies = Sample.histogram();
            long events = 0;
            start.await();
            BooleanSupplier goesOn = ends.begin(caller);
            while (goesOn.getAsBoolean()) {
                long begun = System.nanoTime();
                events += operation.run(caller);
                latencies.recordValue(System.nanoTime() - begun);
            }
            return new Done(events, latencies);
        };
    }
}
