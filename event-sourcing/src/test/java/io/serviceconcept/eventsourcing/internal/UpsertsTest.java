package io.serviceconcept.eventsourcing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.serviceconcept.eventsourcing.Upserts;

/** Rows of states that are written together end as if each had been written by itself, one after the other. */
class UpsertsTest {

    private static final String READING = """
            insert into upserted_reading (meter, value, revision) values (?, ?, ?)
            on conflict (meter) do update set value = excluded.value, revision = excluded.revision
            where upserted_reading.revision < excluded.revision""";
    private static final String MOVED = "insert into upserted_move (meter, place) values (?, ?) on conflict do nothing";

    private final String meter = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @BeforeAll
    static void tables() {
        TestDatabase.execute("""
                create table if not exists upserted_reading (meter text primary key, value int, revision bigint);
                create table if not exists upserted_move (meter text primary key, place text)""");
    }

    @Test
    void ofAKeyTheHighestRevisionIsWrittenInWhateverOrderItComes() throws SQLException {
        assertThat(readings(upserts -> {
            upserts.put(READING, List.of(meter), 1, meter, 10, 1);
            upserts.put(READING, List.of(other), 7, other, 70, 7);
            upserts.put(READING, List.of(meter), 3, meter, 30, 3);
            upserts.put(READING, List.of(meter), 2, meter, 20, 2);
        })).containsExactlyInAnyOrder(meter + "=30", other + "=70");
    }

    @Test
    void whatIsKnownWithAHigherRevisionStays() throws SQLException {
        readings(upserts -> upserts.put(READING, List.of(meter), 5, meter, 50, 5));

        assertThat(readings(upserts -> upserts.put(READING, List.of(meter), 4, meter, 40, 4))).containsExactly(meter + "=50");
    }

    @Test
    void rowsOfDifferentStatementsAreAllWritten() throws SQLException {
        readings(upserts -> {
            upserts.put(READING, List.of(meter), 1, meter, null, 1);
            upserts.put(MOVED, List.of(meter), 0, meter, "hall");
        });

        assertThat(moves()).containsExactly(meter + "=hall");
    }

    @Test
    void whatWasWrittenIsNotWrittenAgain() throws SQLException {
        readings(upserts -> {
            upserts.put(MOVED, List.of(meter), 0, meter, "hall");
            upserts.execute();
            upserts.put(MOVED, List.of(other), 0, other, "attic");
        });

        assertThat(moves()).containsExactlyInAnyOrder(meter + "=hall", other + "=attic");
    }

    @Test
    void whatTheDatabaseRefusesIsSaidWithoutTheValues() {
        assertThatThrownBy(() -> readings(upserts -> {
            upserts.put(READING, List.of(meter), 1, meter, 10, 1);
            upserts.put(READING, List.of(other), 1, other, "a secret", 1);
        })).isInstanceOfSatisfying(SQLException.class, refused -> {
            assertThat(refused.getSQLState()).isEqualTo("42804");
            assertThat(String.valueOf(refused.getMessage())).doesNotContain("secret", meter, other);
        });
    }

    @FunctionalInterface
    private interface Putting {
        void into(Upserts upserts) throws SQLException;
    }

    private List<String> readings(Putting putting) throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            Upserts upserts = new Upserts(connection);
            putting.into(upserts);
            upserts.execute();
        }
        return shown("value", "upserted_reading");
    }

    private List<String> moves() {
        return shown("place", "upserted_move");
    }

    private List<String> shown(String column, String table) {
        return TestDatabase.ask("select meter || '=' || %s from %s where meter in ('%s', '%s')".formatted(column, table, meter,
                other)).stream().map(List::getFirst).toList();
    }
}
