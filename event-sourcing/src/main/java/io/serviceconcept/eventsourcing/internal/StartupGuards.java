package io.serviceconcept.eventsourcing.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.eventsourcing.StatePublishing;
import io.serviceconcept.eventsourcing.StreamId;
import io.serviceconcept.eventsourcing.Subjects.Erasure;

/** Refuses to work on a PostgreSQL that may forget what it has acknowledged, or that was restored and not adopted. */
public final class StartupGuards {

    private static final Logger LOG = Logger.getLogger(StartupGuards.class);

    /** The driver gives a connection up after this long without an answer: what lasts longer comes to nothing anyway. */
    static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(15);

    private final DataSource dataSource;
    private final Cluster cluster;
    private final TopicTail tail;
    private final @Nullable ErasureLedger ledger;

    /** Of a service without personal data, which publishes no states. */
    public StartupGuards(DataSource dataSource, String bootstrapServers, boolean failoverLosesNothing) {
        this(dataSource, bootstrapServers, failoverLosesNothing, null, StatePublishing.NONE);
    }

    /**
     * @param failoverLosesNothing see {@code event-sourcing.failover-loses-nothing}
     * @param ledger what a restored database is told again, null for a service without personal data
     * @param states who knows which states of the topic were lost
     */
    public StartupGuards(DataSource dataSource, String bootstrapServers, boolean failoverLosesNothing,
            @Nullable ErasureLedger ledger, StatePublishing states) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.cluster = new Cluster(dataSource, failoverLosesNothing);
        this.tail = new TopicTail(bootstrapServers, dataSource, states);
    }

    /** @throws IllegalStateException naming every setting that is wrong */
    public void checkSettings() {
        List<String> wrong = new ArrayList<>();
        List<String> forgetful = settings("""
                name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'
                or name = 'max_prepared_transactions' and setting <> '0'
                or name = 'default_transaction_isolation' and setting <> 'read committed'
                """);
        if (!forgetful.isEmpty()) {
            wrong.add("this PostgreSQL may lose acknowledged events: " + String.join(", ", forgetful));
        }
        // the log is read below the oldest open transaction: one that nothing ends holds every reader up for as long
        List<String> endless = settings("name = 'transaction_timeout' and setting::bigint not between 1 and "
                + LONGEST_TRANSACTION.toMillis());
        if (!endless.isEmpty()) {
            wrong.add("a transaction of this service may hold its readers up for ever, or for longer than "
                    + LONGEST_TRANSACTION.toSeconds() + " s: " + String.join(", ", endless)
                    + " (set it by quarkus.datasource.jdbc.additional-jdbc-properties.options or for the role)");
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("; ", wrong));
        }
    }

    /** As they are for a connection of this service, each with its value and unit. */
    private List<String> settings(String condition) {
        return Sql.call(dataSource, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select concat_ws(' ', name, '=', setting, unit) from pg_settings where " + condition);
                    ResultSet result = statement.executeQuery()) {
                List<String> settings = new ArrayList<>();
                while (result.next()) {
                    settings.add(result.getString(1));
                }
                return settings;
            }
        });
    }

    /**
     * What this service publishes and takes in.
     *
     * @param topic what it publishes to, under this CloudEvents source
     * @param group its consumer group
     */
    public record Exchange(String topic, String source, String group) {
    }

    /**
     * Adopts a restored database when the operator has said so by naming it: what was erased after the backup is erased
     * again, before anything is served.
     *
     * @param adopt tokens separated by commas, among them that of this restore, which the refusal names; those of others do
     *        nothing
     * @throws IllegalStateException when it was restored and not adopted: what was lost, who is ahead and what to do; also when
     *         it is to be adopted and the ledger of erasures cannot be read
     */
    public void checkRestored(List<Exchange> exchanges, String adopt) {
        List<String> suspicions = new ArrayList<>(cluster.suspicions());
        exchanges.forEach(exchange -> suspicions.addAll(aheadOf(exchange)));
        if (ledger != null) {
            suspicions.addAll(lostErasures(ledger));
        }
        if (suspicions.isEmpty()) {
            return;
        }
        int next = cluster.generation() + 1;
        String found = "this database was restored: " + String.join("; ", suspicions);
        String token = token(next, found);
        if (!List.of(adopt.split(",")).contains(token)) {
            throw new IllegalStateException(found + ". Stop every instance, then start with event-sourcing.adopt-restored="
                    + token + " to go on from it");
        }
        exchanges.stream().map(Exchange::group).distinct().forEach(tail::rewind);
        if (ledger != null) {
            // the end of the topic comes last: interrupted before, the database still lacks that and is refused again
            ledger.replay();
        }
        cluster.adopt(next);
        LOG.warnf("%s. It is adopted: generation %d begins", found, next);
    }

    /** Stands for this restore and no other, so that it may be left in a deployment. */
    private static String token(int generation, String found) {
        return generation + "-" + Long.toHexString(StreamId.hash(Integer.toString(generation), found));
    }

    /** A broker that is away tells nothing; the relay looks again before it sends. */
    private List<String> aheadOf(Exchange exchange) {
        try {
            List<TopicTail.Lost> lost = tail.lost(exchange.topic(), exchange.source());
            if (lost.isEmpty()) {
                return List.of();
            }
            Set<String> groups = tail.groupsAhead(lost);
            return List.of("the topic " + exchange.topic() + " holds what it has lost: "
                    + lost.stream().limit(20).map(TopicTail.Lost::toString).collect(Collectors.joining(", "))
                    + (lost.size() > 20 ? " and more" : "") + "; consumers that have them: "
                    + (groups.isEmpty() ? "none" : String.join(", ", groups)));
        } catch (KafkaException e) {
            LOG.warnf("whether %s is ahead of this database is not known: %s", exchange.topic(), e.getMessage());
            return List.of();
        }
    }

    /**
     * A broker that is away tells nothing; the publication of erasures looks again before it begins.
     *
     * @throws IllegalStateException when the topic would not keep every erasure
     */
    private static List<String> lostErasures(ErasureLedger ledger) {
        try {
            SortedSet<Erasure> lost = ledger.unknown();
            List<String> wrong = ledger.wrongSettings();
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("the topic " + ledger.topic() + " may lose erasures of personal data: "
                        + String.join(", ", wrong));
            }
            return lost.isEmpty() ? List.of()
                    : List.of("the topic " + ledger.topic() + " holds " + lost.size()
                            + " erasures of personal data that it has lost, from " + lost.first().erasedAt() + " to "
                            + lost.last().erasedAt());
        } catch (KafkaException e) {
            LOG.warnf("whether %s holds erasures of personal data that this database has lost is not known: %s",
                    ledger.topic(), e.getMessage());
            return List.of();
        }
    }
}
