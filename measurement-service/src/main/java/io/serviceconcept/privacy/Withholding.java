package io.serviceconcept.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cells of some tables must be withheld. A cell that weighs too little is; and so that it cannot be found by
 * subtracting, so are the next smallest cells of every table it lies in, until those that are withheld are enough together
 * (complementary cell suppression; Hundepool et al., "Statistical Disclosure Control", 2012, chapter 4). What a withheld
 * total is made of is withheld too, so that whatever can be subtracted is a whole set of withheld cells of one table.
 *
 * @param least the least weight that may be seen, and that withheld cells of a table have together
 * @param cells the least number of cells that are withheld in a table, unless none is
 */
public record Withholding(long least, int cells) {

    /** Fewer than ten responses could be traced to people, and a single withheld cell is what is missing from the total. */
    public static final Withholding SMALL = new Withholding(10, 2);

    /** Fewer changes than a step, whichever cells they lie in. */
    public static Withholding changes(int step) {
        return new Withholding(step, 1);
    }

    /**
     * @param weights of all cells; those that are not named weigh nothing
     * @param tables totals before what they are made of
     * @param seen cells that can be seen whatever is decided here
     * @param withheld cells of which it is decided already that they are withheld
     * @param <C> what names a cell; cells of equal weight are withheld in its order
     * @return all that are withheld, those given among them
     */
    public <C extends Comparable<? super C>> Set<C> of(Map<C, Long> weights, Collection<Table<C>> tables, Set<C> seen,
            Set<C> withheld) {
        Decision<C> decision = new Decision<>(this, weights, seen, withheld);
        decision.decide(List.copyOf(tables));
        return decision.withheld;
    }

    /** Whether cells that are withheld protect each other: there are none, or enough of them and in them. */
    public boolean isEnough(Collection<Long> ofWithheld) {
        return ofWithheld.isEmpty()
                || ofWithheld.size() >= cells && ofWithheld.stream().mapToLong(Long::longValue).sum() >= least;
    }

    private static final class Decision<C extends Comparable<? super C>> {

        private final Withholding rule;
        private final Map<C, Long> weights;
        private final Set<C> seen;
        private final Set<C> withheld;

        Decision(Withholding rule, Map<C, Long> weights, Set<C> seen, Set<C> withheld) {
            this.rule = rule;
            this.weights = weights;
            this.seen = new HashSet<>(seen);
            this.withheld = new HashSet<>(withheld);
        }

        void decide(List<Table<C>> tables) {
            weights.forEach((cell, weight) -> {
                if (tooLittle(weight)) {
                    withhold(cell);
                }
            });
            tables.forEach(this::addKnown);
            boolean more = true;
            while (more) {
                more = false;
                for (Table<C> table : tables) {
                    more |= complete(table);
                }
            }
        }

        /** What is all there is of a total that can be seen is known, withheld or not, and protects nothing. */
        private void addKnown(Table<C> table) {
            if (!seen.contains(table.total())) {
                return;
            }
            List<C> parts = table.parts().stream().filter(part -> weight(part) > 0).toList();
            if (parts.size() == 1 && weight(parts.getFirst()) == weight(table.total())
                    && !withheld.contains(parts.getFirst())) {
                seen.add(parts.getFirst());
            }
        }

        /** Whether something more of the table was withheld. */
        private boolean complete(Table<C> table) {
            int before = withheld.size();
            if (withheld.contains(table.total())) {
                table.parts().forEach(this::withhold);
                return withheld.size() > before;
            }
            if (weight(table.total()) == 0) {
                // there is nothing to subtract from
                return false;
            }
            for (C part : table.parts()) {
                if (weight(part) > 0 && !withheld.contains(part) && tooLittle(weight(table.total()) - weight(part))) {
                    withhold(part);
                }
            }
            while (!enough(table)) {
                C next = table.parts().stream().filter(part -> weight(part) > 0).filter(this::canBeWithheld)
                        .min(Comparator.<C> comparingLong(this::weight).thenComparing(Comparator.naturalOrder()))
                        .orElse(null);
                if (next == null) {
                    // the parts do not protect each other; the total goes with them, if it is not known anyway
                    withhold(table.total());
                    break;
                }
                withhold(next);
            }
            return withheld.size() > before;
        }

        private boolean enough(Table<C> table) {
            List<Long> hidden = new ArrayList<>(table.parts().stream().filter(part -> weight(part) > 0)
                    .filter(withheld::contains).map(this::weight).toList());
            long rest = weight(table.total()) - table.parts().stream().mapToLong(this::weight).sum();
            if (!table.hasRest() || rest <= 0) {
                return rule.isEnough(hidden);
            }
            if (hidden.isEmpty()) {
                // that nobody is in a listed part is no secret; who they are is
                return !tooLittle(rest);
            }
            hidden.add(rest);
            return rule.isEnough(hidden);
        }

        private boolean tooLittle(long weight) {
            return weight > 0 && weight < rule.least;
        }

        private boolean canBeWithheld(C cell) {
            return !seen.contains(cell) && !withheld.contains(cell);
        }

        private void withhold(C cell) {
            if (!seen.contains(cell)) {
                withheld.add(cell);
            }
        }

        private long weight(C cell) {
            return weights.getOrDefault(cell, 0L);
        }
    }
}
