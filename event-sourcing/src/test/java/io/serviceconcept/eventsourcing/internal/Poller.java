package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * A caller that reads the same two figures over and over, over one connection and with one statement that the server has
 * prepared: a number of events that must never become less, nor less than what was acknowledged, and their total.
 */
final class Poller implements AutoCloseable {

    /** Says what is wrong with two figures; null when nothing is. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        String broken(long events, long total);
    }

    private final DataSource dataSource;
    private final String query;
    private final LongSupplier atLeast;
    private final Rule rule;
    private final AtomicReference<String> wrong = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::poll);
    private volatile boolean stopped;
    private volatile long polls;
    private volatile long longest;

    private Poller(DataSource dataSource, String query, LongSupplier atLeast, Rule rule) {
        this.dataSource = dataSource;
        this.query = query;
        this.atLeast = atLeast;
        this.rule = rule;
    }

    static Poller start(DataSource dataSource, String query, LongSupplier atLeast, Rule rule) {
        Poller poller = new Poller(dataSource, query, atLeast, rule);
        poller.thread.start();
        return poller;
    }

    private void poll() {
        long before = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            while (!stopped && wrong.get() == null) {
                long least = Math.max(before, atLeast.getAsLong());
                long begun = System.nanoTime();
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    check(least, row.getLong(1), row.getLong(2));
                    before = row.getLong(1);
                }
                longest = Math.max(longest, System.nanoTime() - begun);
                polls++;
            }
        } catch (SQLException e) {
            wrong.set(e.toString());
        }
    }

    private void check(long least, long events, long total) {
        if (events < least) {
            wrong.set("read " + events + " events after " + least);
        } else if (rule.broken(events, total) != null) {
            wrong.set(rule.broken(events, total));
        }
    }

    Optional<String> wrong() {
        return Optional.ofNullable(wrong.get());
    }

    long polls() {
        return polls;
    }

    long longestMillis() {
        return longest / 1_000_000;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
