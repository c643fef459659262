package io.serviceconcept.benchmark;

import java.util.List;

/** P3: many callers at once, each answered after its event is committed, beside a transaction for each. */
final class CoalescedAppends implements Row {

    private static final int CALLERS = 64;
    private static final Bar BAR = Bar.atLeast(3);

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Resources opened = new Resources()) {
            AppendContenders contenders = new AppendContenders(bench, opened, CALLERS);
            List<Measured> measured = bench.rounds(bench.scale().rounds())
                    .of(List.of(contenders.kernelCoalescing("p_three_kernel"),
                            contenders.plain("plain JDBC, 64 connections", "p_three_plain", CALLERS),
                            contenders.plain("plain JDBC, 16 connections", "p_three_plain_few", Kernel.CONNECTIONS)));
            return List.of(Outcome.ofThroughput(id(), "coalesced appends, 64 callers, each answered after commit", BAR,
                    measured.getFirst(), measured.subList(1, 3), "beside the faster of two sizes of pool").with(measured));
        }
    }
}
