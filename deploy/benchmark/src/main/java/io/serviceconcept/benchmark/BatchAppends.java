package io.serviceconcept.benchmark;

import java.util.List;

/** P4: 100 events in one append beside a multi-row insert of 100. */
final class BatchAppends implements Row {

    private static final int WRITERS = 4;
    private static final int BATCH = 100;
    private static final Bar BAR = Bar.atLeast(0.8);

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            AppendContenders contenders = new AppendContenders(bench, opened, WRITERS);
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .of(List.of(contenders.kernel("p_four_kernel", BATCH),
                            contenders.plainRewritten("p_four_rewritten", BATCH),
                            contenders.plainArrays("p_four_arrays", BATCH)));
            return List.of(Outcome.ofThroughput(id(), "100 events in one append, 4 writers", BAR, measured.getFirst(),
                    measured.subList(1, 3), "beside the faster of two multi-row inserts").with(measured));
        }
    }
}
