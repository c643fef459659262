package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * Counts what is parked. However much that is, a count reads entries of indexes only, and at most {@value #MOST} a source:
 * more is as bad as that.
 */
public final class ParkedCounts {

    private static final int MOST = 10_000;
    /** Sources are few, but what nobody here takes is parked under whatever it says it is from. */
    private static final int SOURCES = 100;

    /**
     * @param records how many are parked, up to {@value ParkedCounts#MOST}
     * @param streams how many streams of the source are halted, up to as many
     */
    public record Parked(String source, long records, long streams) {
    }

    private final DataSource dataSource;

    public ParkedCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The sources of which anything is parked. */
    public List<Parked> all() {
        return Sql.call(dataSource, ParkedCounts::count);
    }

    private static List<Parked> count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with recursive known as (
                    (select 1 as number, source from inbox_parked order by source limit 1)
                    union all
                    select number + 1, next.source from known, lateral (
                        select p.source from inbox_parked p where p.source > known.source order by p.source limit 1) as next
                    where number < ?)
                select source,
                    (select count(*) from (select 1 from inbox_parked p where p.source = known.source limit ?) as enough),
                    (select count(distinct (organisation, stream)) from (
                        select organisation, stream from inbox_parked p where p.source = known.source and p.halts
                        order by p.source, organisation, stream limit ?) as enough)
                from known
                """)) {
            statement.setInt(1, SOURCES);
            statement.setInt(2, MOST);
            statement.setInt(3, MOST);
            try (ResultSet row = statement.executeQuery()) {
                List<Parked> parked = new ArrayList<>();
                while (row.next()) {
                    parked.add(new Parked(row.getString(1), row.getLong(2), row.getLong(3)));
                }
                return parked;
            }
        }
    }
}
