package io.serviceconcept.concept;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * How it was found out what customers, employees or the organisation need.
 *
 * @param endDate the last day; null while it is going on
 * @param participants how many took part, or how many customers the data are of; null when unknown
 * @param groups the customer groups it reached
 * @param organisationLevel the level of the organisation it was held at; null when it was held outside
 */
public record ResearchActivity(String id, String name, @Nullable String description, ResearchKind kind, LocalDate startDate,
        @Nullable LocalDate endDate, @Nullable Integer participants, List<String> groups,
        @Nullable OrganisationLevel organisationLevel) implements Part {

    public ResearchActivity {
        groups = List.copyOf(groups);
    }

    public enum ResearchKind {
        INTERVIEW,
        FOCUS_GROUP,
        OBSERVATION,
        SURVEY,
        DATA_ANALYSIS,
        DESK_RESEARCH,
        /** A discussion inside the organisation. */
        INTERNAL_SESSION
    }

    /** Whose view of the organisation was heard: who sets the course, who arranges the work, who does it. */
    public enum OrganisationLevel {
        STRATEGIC,
        TACTICAL,
        OPERATIONAL
    }

    @Override
    public PartKind partKind() {
        return PartKind.RESEARCH_ACTIVITY;
    }

    @Override
    public List<Reference> references() {
        return IntStream.range(0, groups.size())
                .mapToObj(i -> new Reference(PartKind.CUSTOMER_GROUP, groups.get(i), "/groups/" + i)).toList();
    }
}
