package io.serviceconcept.eventsourcing.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Empty copies of the tables of some projections, in a schema of their own: the same columns, defaults, constraints,
 * indexes and rights, under the same names, so that after the swap a migration finds what it looks for.
 */
record ShadowTables(ProjectionGroup group) {

    /** Where the tables are that everybody reads. */
    static final String LIVE = "public";

    /** What a table has that a copy would not have, or that would go on meaning the old table. */
    private static final String OBJECTIONS = """
            with t as (select c.* from pg_class c where c.oid = to_regclass(?))
            select 'is no plain table' from t where relkind <> 'r' or relispartition or relpersistence <> 'p'
                or exists (select 1 from pg_inherits i where t.oid in (i.inhrelid, i.inhparent))
            union all select 'has the foreign key ' || c.conname from pg_constraint c, t
                where c.contype = 'f' and c.conrelid = t.oid
            union all select 'is meant by the foreign key ' || c.conname from pg_constraint c, t
                where c.contype = 'f' and c.confrelid = t.oid and c.conrelid <> t.oid
            union all select 'has the trigger ' || g.tgname from pg_trigger g, t where g.tgrelid = t.oid and not g.tgisinternal
            union all select 'has the policy ' || p.polname from pg_policy p, t where p.polrelid = t.oid
            union all select 'has the rule ' || r.rulename from pg_rewrite r, t where r.ev_class = t.oid
            union all select 'has the statistics ' || s.stxname from pg_statistic_ext s, t where s.stxrelid = t.oid
            union all select 'has rights on the column ' || a.attname from pg_attribute a, t
                where a.attrelid = t.oid and a.attacl is not null
            union all select distinct 'is read by the view ' || r.ev_class::regclass from pg_depend d, pg_rewrite r, t
                where d.refclassid = 'pg_class'::regclass and d.refobjid = t.oid and d.classid = 'pg_rewrite'::regclass
                  and d.objid = r.oid and r.ev_class <> t.oid
            union all select 'has the serial ' || d.objid::regclass from pg_depend d, t
                where d.refobjid = t.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a' and d.refobjsubid > 0
                  and (select relkind from pg_class s where s.oid = d.objid) = 'S'
            """;

    /** Constraints that an index stands behind come with it; the others come with the columns. */
    private static final String DEFINITIONS = """
            with t as (select to_regclass(?) as oid)
            select format('alter table %I.%I add constraint %I %s', ?, ?, conname, pg_get_constraintdef(c.oid))
                from pg_constraint c, t where conrelid = t.oid and contype in ('p', 'u', 'x')
            union all
            select regexp_replace(pg_get_indexdef(indexrelid), ' ON (ONLY )?[^ ]+ USING ', format(' ON %I.%I USING ', ?, ?))
                from pg_index i, t where indrelid = t.oid
                  and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = t.oid)
            union all
            select format('alter table %I.%I set (%s)', ?, ?, array_to_string(reloptions, ', '))
                from pg_class c, t where c.oid = t.oid and reloptions is not null
            union all
            select format('grant %s on %I.%I to %s%s', privilege_type, ?, ?,
                          case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end,
                          case when is_grantable then ' with grant option' else '' end)
                from pg_class c, t, aclexplode(c.relacl) where c.oid = t.oid and grantee <> c.relowner
            """;

    private static final String SHAPE = """
            with t as (select to_regclass(?) as oid)
            (select format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull) from pg_attribute, t
             where attrelid = t.oid and attnum > 0 and not attisdropped order by attnum)
            union all (select format('%s %s', conname, contype) from pg_constraint, t where conrelid = t.oid order by conname)
            union all (select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid, t
                       where indrelid = t.oid order by c.relname)
            """;

    /** Why the tables cannot be copied; empty when they can. */
    List<String> objections(Connection connection) throws SQLException {
        List<String> objections = new ArrayList<>();
        if (group.tables().isEmpty()) {
            objections.add(group.name() + " names no tables");
        }
        for (String table : group.copied()) {
            if (strings(connection, "select 'known' where to_regclass(?) is not null", live(table)).isEmpty()) {
                objections.add("there is no table " + table);
            }
        }
        for (String table : group.tables()) {
            strings(connection, OBJECTIONS, live(table)).forEach(why -> objections.add(table + ' ' + why));
        }
        return objections;
    }

    /**
     * All indexes are there before the first row: some are what rows are merged by, and to make one of a full table takes
     * longer than a transaction may.
     */
    void create(Connection connection) throws SQLException {
        drop(connection);
        String shadow = group.shadow();
        execute(connection, "create schema " + shadow);
        for (String table : group.copied()) {
            execute(connection, "create table " + shadow + '.' + table + " (like " + live(table)
                    + " including all excluding indexes excluding statistics)");
            for (String definition : strings(connection, DEFINITIONS, live(table), shadow, table, shadow, table, shadow,
                    table, shadow, table)) {
                execute(connection, definition);
            }
        }
    }

    /** What the connection names without a schema is a copy where there is one, until the transaction ends. */
    void enter(Connection connection) throws SQLException {
        // by a function: after a SET the driver would throw away every statement it has prepared
        strings(connection, "select set_config('search_path', ?, true)", group.shadow() + ", " + LIVE);
    }

    /**
     * @throws IllegalStateException when a table was altered since it was copied: what is read would miss that
     */
    void requireSameShape(Connection connection) throws SQLException {
        for (String table : group.tables()) {
            if (!strings(connection, SHAPE, live(table)).equals(strings(connection, SHAPE, group.shadow() + '.' + table))) {
                throw new IllegalStateException(table + " was altered since it was copied: cancel the rebuild and ask again");
            }
        }
    }

    /** Puts the copies in the place of the tables, and those into the schema of what is replaced. */
    void swap(Connection connection) throws SQLException {
        execute(connection, "create schema " + group.replaced());
        for (String table : group.tables()) {
            execute(connection, "alter table " + live(table) + " set schema " + group.replaced());
            execute(connection, "alter table " + group.shadow() + '.' + table + " set schema " + LIVE);
        }
    }

    /** Waits for who works in the tables, in a sorted order. */
    static void lock(Connection connection, String schema, List<String> tables, String mode) throws SQLException {
        for (String table : tables) {
            execute(connection, "lock table only " + schema + '.' + table + " in " + mode + " mode");
        }
    }

    /** So that statements are planned well from the first moment on. */
    void analyze(Connection connection) throws SQLException {
        for (String table : group.tables()) {
            execute(connection, "analyze " + group.shadow() + '.' + table);
        }
    }

    /** Drops whatever there is besides the tables that everybody reads. */
    void drop(Connection connection) throws SQLException {
        execute(connection, "drop schema if exists " + group.shadow() + " cascade");
        execute(connection, "drop schema if exists " + group.replaced() + " cascade");
    }

    private static String live(String table) {
        return LIVE + '.' + table;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<String> strings = new ArrayList<>();
                while (row.next()) {
                    strings.add(row.getString(1));
                }
                return strings;
            }
        }
    }
}
