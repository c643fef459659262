package io.serviceconcept.benchmark;

import java.nio.file.Path;

/**
 * What every row works with.
 *
 * @param home the folder of this module
 * @param nodePeers whether peers that come from npm take part
 */
record Bench(Server server, Scale scale, Path home, NodePeers nodePeers) {

    /** Measures contenders in turns, as often as this run asks. */
    Rounds rounds(int rounds) {
        return Rounds.of(server, scale, rounds);
    }
}
