package io.serviceconcept.benchmark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** P2: the same appends beside event stores that others run on PostgreSQL. */
final class AppendBesidePeers implements Row {

    private static final String WORK = "append as in P1";
    private static final Bar BAR = Bar.atLeast(1.2);
    private static final int WRITERS = AppendBesideJdbc.WRITERS;
    private static final String AXON_ENGINE = "Axon Framework, its engine alone";
    private static final String EMMETT = "Emmett";
    private static final String MESSAGE_DB = "message-db, one category";
    private static final String MESSAGE_DB_SPREAD = "message-db, a category per writer";

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            AppendContenders contenders = new AppendContenders(bench, opened, WRITERS);
            List<Contender> all = new ArrayList<>(
                    List.of(contenders.kernel("p_two_kernel", 1), contenders.axon("p_two_axon"),
                            contenders.axonEngine(AXON_ENGINE, "p_two_axon_engine")));
            Path packages = bench.nodePeers().directory().orElse(null);
            if (packages != null) {
                all.add(emmett(bench, opened, packages));
                all.add(messageDb(MESSAGE_DB, "p_two_message", OwnStreams.of(WRITERS), bench, opened, packages));
                all.add(messageDb(MESSAGE_DB_SPREAD, "p_two_message_spread", OwnStreams.ofOwnCategories(WRITERS), bench,
                        opened, packages));
            }
            return outcomes(bench.rounds(bench.scale().appendRounds()).of(all), packages, bench.nodePeers().whyNot());
        }
    }

    private List<Outcome> outcomes(List<Measured> measured, @Nullable Path packages, String whyNot) {
        Measured kernel = measured.getFirst();
        List<Outcome> outcomes = new ArrayList<>();
        for (Measured peer : measured.subList(1, measured.size())) {
            boolean isFirst = outcomes.isEmpty();
            Outcome outcome = Outcome.ofThroughput(id(), WORK, isFirst ? BAR : null, kernel, List.of(peer), note(peer));
            outcomes.add(isFirst ? outcome.with(measured) : outcome);
        }
        if (packages == null) {
            outcomes.add(Outcome.notRun(id(), EMMETT, whyNot));
            outcomes.add(Outcome.notRun(id(), "message-db", whyNot));
        }
        return outcomes;
    }

    private static String note(Measured peer) {
        return switch (peer.name()) {
            case AXON_ENGINE -> "without unit of work and transaction, which Axon's repositories always have";
            case EMMETT -> "in a Node process of its own";
            case MESSAGE_DB -> "it lets one writer at a time into a category";
            default -> "";
        };
    }

    private static Contender emmett(Bench bench, Resources opened, Path packages) throws Exception {
        List<String> streams = OwnStreams.of(WRITERS).stream()
                .flatMap(own -> IntStream.range(0, own.size()).mapToObj(i -> own.id(i).name())).toList();
        return opened.add(new EmmettContender(packages, opened.add(bench.server().create("p_two_emmett")), WRITERS, streams));
    }

    private static Contender messageDb(String name, String database, List<OwnStreams> streams, Bench bench, Resources opened,
            Path packages) throws Exception {
        Database made = opened.add(bench.server().create(database));
        MessageDbAppends.install(packages.resolve("node_modules/@eventide/message-db/database"), made);
        return opened.add(contender(name, made, streams));
    }

    private static Contender contender(String name, Database database, List<OwnStreams> streams) throws SQLException {
        return new JavaContender(name, WRITERS, database, WRITERS, MessageDbAppends.PROPERTIES,
                dataSource -> new MessageDbAppends(dataSource, streams));
    }
}
