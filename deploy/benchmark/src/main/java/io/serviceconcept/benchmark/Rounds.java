package io.serviceconcept.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lets contenders work in turns, so that whatever else the machine does meets all of them. */
final class Rounds {

    private final Server server;
    private final Duration slice;
    private final Duration warming;
    private final int rounds;

    private Rounds(Server server, Duration slice, Duration warming, int rounds) {
        this.server = server;
        this.slice = slice;
        this.warming = warming;
        this.rounds = rounds;
    }

    static Rounds of(Server server, Scale scale, int rounds) {
        return new Rounds(server, scale.slice(), scale.warming(), rounds);
    }

    /** For contenders that need another time than usual until they are as fast as they get. */
    Rounds warmedFor(Duration time) {
        return new Rounds(server, slice, time, rounds);
    }

    /** @return in the order of the contenders, whose names differ */
    List<Measured> of(List<? extends Contender> contenders) throws Exception {
        for (Contender contender : contenders) {
            contender.run(warming);
        }
        server.checkpoint();
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        Map<String, Costs> costs = new LinkedHashMap<>();
        contenders.forEach(contender -> samples.put(contender.name(), new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : inTurn(contenders, round)) {
                Costs before = server.costs(contender.client());
                Sample sample = contender.run(slice);
                costs.merge(contender.name(), server.costs(contender.client()).minus(before), Costs::plus);
                Objects.requireNonNull(samples.get(contender.name())).add(sample);
            }
        }
        List<Measured> measured = new ArrayList<>();
        for (Contender contender : contenders) {
            measured.add(new Measured(contender.name(), Objects.requireNonNull(samples.get(contender.name())),
                    costs.getOrDefault(contender.name(), Costs.NONE), contender.roundTrips()));
        }
        return measured;
    }

    /** Each round begins with another one, and every other round goes backwards: nobody always follows the same one. */
    private static List<Contender> inTurn(List<? extends Contender> contenders, int round) {
        List<Contender> order = new ArrayList<>(contenders);
        Collections.rotate(order, round / 2);
        return round % 2 == 0 ? order : order.reversed();
    }
}
