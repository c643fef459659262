package io.serviceconcept.readiness;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A requirement of journey-service, as this service heard of it. */
@Entity
@Immutable
@IdClass(KnownRequirement.Key.class)
@Table(name = "known_requirement")
public class KnownRequirement extends PanacheEntityBase {

    private static final String ORDER = " order by dueDate nulls last, name, requirement";
    private static final String OPEN = " and state in ('OPEN', 'IN_PROGRESS')";

    @Id
    public String organisation;

    @Id
    public String requirement;

    @Column
    public String concept;

    @Column
    public String name;

    /** PEOPLE, PROCESS, TECHNOLOGY, DATA, LEGAL; more may come. */
    @Column
    public String kind;

    @Column
    public @Nullable String channel;

    @Column
    public String department;

    @Column
    public @Nullable String owner;

    @Column(name = "due_date")
    public @Nullable LocalDate dueDate;

    public boolean blocking;

    /** OPEN, IN_PROGRESS, FULFILLED or WAIVED. */
    @Column
    public String state;

    /** The primary key. */
    public record Key(String organisation, String requirement) implements Serializable {
    }

    /** All of a concept, those that are due first come first. */
    public static List<KnownRequirement> ofConcept(String organisation, String concept) {
        return list("organisation = ?1 and concept = ?2" + ORDER, organisation, concept);
    }

    /** Those of a concept that are neither fulfilled nor waived. */
    public static List<KnownRequirement> openOf(String organisation, String concept) {
        return list("organisation = ?1 and concept = ?2" + OPEN + ORDER, organisation, concept);
    }

    /** Those that keep a channel closed. */
    static List<KnownRequirement> blocking(String organisation, String concept, String channel) {
        return list("organisation = ?1 and concept = ?2 and channel = ?3 and blocking = true" + OPEN + ORDER, organisation,
                concept,
                channel);
    }
}
