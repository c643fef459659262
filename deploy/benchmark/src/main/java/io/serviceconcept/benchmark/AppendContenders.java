package io.serviceconcept.benchmark;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Makes the contenders of the rows that append, each with a database of its own. */
final class AppendContenders {

    private final Bench bench;
    private final Resources opened;
    private final int callers;

    AppendContenders(Bench bench, Resources opened, int callers) {
        this.bench = bench;
        this.opened = opened;
        this.callers = callers;
    }

    Contender kernel(String database, int batch) throws SQLException {
        List<OwnStreams> streams = OwnStreams.of(callers);
        return opened.add(new JavaContender("kernel", callers, withTables(database),
                dataSource -> new KernelAppends(Kernel.store(dataSource), streams, batch)));
    }

    Contender kernelCoalescing(String database) throws SQLException {
        List<OwnStreams> streams = OwnStreams.of(callers);
        return opened.add(new JavaContender("kernel, coalescing", callers, withTables(database), Kernel.CONNECTIONS, Map.of(),
                dataSource -> new KernelAppends(Kernel.coalescing(dataSource), streams, 1)));
    }

    Contender plain(String name, String database, int connections) throws SQLException {
        List<OwnStreams> streams = OwnStreams.of(callers);
        return opened.add(new JavaContender(name, callers, withPlainTable(database), connections, Map.of(),
                dataSource -> new PlainInserts(dataSource, streams)));
    }

    Contender plainRewritten(String database, int batch) throws SQLException {
        List<OwnStreams> streams = OwnStreams.of(callers);
        return opened.add(new JavaContender("plain JDBC, reWriteBatchedInserts", callers, withPlainTable(database), callers,
                PlainBatches.REWRITTEN, dataSource -> PlainBatches.rewritten(dataSource, streams, batch)));
    }

    Contender plainArrays(String database, int batch) throws SQLException {
        List<OwnStreams> streams = OwnStreams.of(callers);
        return opened.add(new JavaContender("plain JDBC, unnest", callers, withPlainTable(database),
                dataSource -> PlainBatches.arrays(dataSource, streams, batch)));
    }

    Contender axon(String database) throws SQLException {
        List<OwnStreams> streams = OwnStreams.of(callers);
        return opened.add(new JavaContender("Axon Framework", callers, opened.add(bench.server().create(database)),
                dataSource -> AxonAppends.inUnitsOfWork(dataSource, streams)));
    }

    Contender axonEngine(String name, String database) throws SQLException {
        List<OwnStreams> streams = OwnStreams.of(callers);
        return opened.add(new JavaContender(name, callers, opened.add(bench.server().create(database)),
                dataSource -> AxonAppends.ofEngineAlone(dataSource, streams)));
    }

    private Database withTables(String database) throws SQLException {
        return opened.add(bench.server().createWithKernelTables(database));
    }

    private Database withPlainTable(String database) throws SQLException {
        Database made = withTables(database);
        made.execute(PlainRows.TABLE);
        return made;
    }
}
