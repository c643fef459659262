package io.serviceconcept.idea;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Part;
import io.serviceconcept.concept.PartKind;

/**
 * A trial with a small group of customers. What they said is kept apart: it is personal.
 *
 * @param kind INTERVIEW, FOCUS_GROUP, PROTOTYPE, SURVEY, OBSERVATION, OTHER or another word
 * @param until the last day, not before the first; null while it goes on
 * @param participants how many took part, 0 or more; null while unknown
 * @param groups the customer groups of the draft that were reached
 * @param result what was found; null while nothing is known
 */
public record ConceptTest(String id, Target target, String kind, LocalDate from, @Nullable LocalDate until,
        @Nullable Integer participants, List<String> groups, @Nullable String result, @Nullable TestVerdict verdict) {

    public ConceptTest {
        groups = List.copyOf(groups);
    }

    /**
     * What is tested.
     *
     * @param channel the channel itself, or the one in which the means is used; null for an idea and a draft
     * @param means by name; null for anything else
     */
    public record Target(TestTarget kind, @Nullable String channel, @Nullable String means) {
    }

    /** The idea itself, something used within a channel, a channel, or all of the draft. */
    public enum TestTarget {
        IDEA,
        MEANS,
        CHANNEL,
        DRAFT
    }

    /** What a test says of what it tested. */
    public enum TestVerdict {
        CONFIRMED,
        REFUTED,
        UNDECIDED
    }

    /** The parts of the draft that it names. */
    public List<Part.Reference> references() {
        List<Part.Reference> references = new ArrayList<>();
        if (target.channel() != null) {
            references.add(new Part.Reference(PartKind.CHANNEL, target.channel(), "/target/channel"));
        }
        for (int i = 0; i < groups.size(); i++) {
            references.add(new Part.Reference(PartKind.CUSTOMER_GROUP, groups.get(i), "/groups/" + i));
        }
        return references;
    }
}
