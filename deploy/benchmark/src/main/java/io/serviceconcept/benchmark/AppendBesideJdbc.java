package io.serviceconcept.benchmark;

import java.util.List;

/** P1: one event per transaction at the version expected, beside an insert of the same row. */
final class AppendBesideJdbc implements Row {

    static final int WRITERS = 8;
    private static final Bar BAR = Bar.atLeast(0.85);

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            AppendContenders contenders = new AppendContenders(bench, opened, WRITERS);
            List<Measured> measured = bench.rounds(bench.scale().appendRounds())
                    .of(List.of(contenders.kernel("p_one_kernel", 1),
                            contenders.plain("plain JDBC", "p_one_plain", WRITERS)));
            return List.of(Outcome
                    .ofThroughput(id(), "append, 1 event per transaction, expected version, 8 writers", BAR,
                            measured.getFirst(), measured.subList(1, 2), "")
                    .with(measured));
        }
    }
}
