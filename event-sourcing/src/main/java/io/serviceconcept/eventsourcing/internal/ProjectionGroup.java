package io.serviceconcept.eventsourcing.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.serviceconcept.eventsourcing.Projection;

/**
 * Projections that share tables, and so are rebuilt together; mostly one.
 *
 * @param projections in order of name; the group has the name of the first
 */
record ProjectionGroup(List<Projection> projections) {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    ProjectionGroup {
        projections = projections.stream().sorted(Comparator.comparing(Projection::name)).toList();
    }

    /** @throws IllegalArgumentException if a name cannot be that of a table or a schema */
    static List<ProjectionGroup> of(Collection<Projection> all) {
        List<ProjectionGroup> groups = new ArrayList<>();
        for (Projection projection : all) {
            List<Projection> together = new ArrayList<>(List.of(projection));
            groups.removeIf(group -> {
                boolean shares = !Collections.disjoint(group.tables(), projection.tables());
                if (shares) {
                    together.addAll(group.projections());
                }
                return shares;
            });
            groups.add(new ProjectionGroup(together).checked());
        }
        return groups;
    }

    private ProjectionGroup checked() {
        List<String> names = new ArrayList<>(copied());
        names.add(shadow());
        names.add(replaced());
        names.stream().filter(name -> !IDENTIFIER.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(name + " cannot be the name of a table or a schema");
        });
        return this;
    }

    String name() {
        return projections.getFirst().name();
    }

    /** In a sorted order, the order in which they are locked. */
    List<String> tables() {
        return sorted(projections.stream().flatMap(p -> p.tables().stream()).toList());
    }

    /** What is written while they are rebuilt: the tables, and the queues, which are thrown away. */
    List<String> copied() {
        List<String> all = new ArrayList<>(tables());
        projections.forEach(p -> all.addAll(p.queues()));
        return sorted(all);
    }

    private static List<String> sorted(Collection<String> names) {
        SortedSet<String> sorted = new TreeSet<>(names);
        return List.copyOf(sorted);
    }

    /** The schema in which the new rows are filled. */
    String shadow() {
        return "rebuild_" + name().replace('-', '_');
    }

    /** The schema of the old rows, from the swap until they are dropped. */
    String replaced() {
        return "replaced_" + name().replace('-', '_');
    }
}
