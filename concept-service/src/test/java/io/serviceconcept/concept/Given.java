package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.ConceptEvent.ChannelAdded;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.CustomerGroupAdded;
import io.serviceconcept.concept.ConceptEvent.LayerAdded;
import io.serviceconcept.concept.ConceptEvent.NeedAdded;
import io.serviceconcept.concept.ConceptEvent.ObjectiveAdded;
import io.serviceconcept.concept.CustomerGroup.SkillLevel;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.serviceconcept.concept.Need.NeedAudience;
import io.serviceconcept.concept.Objective.ObjectiveWindow;
import io.serviceconcept.concept.Objective.Target;
import io.serviceconcept.concept.Objective.TargetComparison;
import io.serviceconcept.concept.Objective.TargetMeasure;
import io.serviceconcept.eventsourcing.testing.DeciderSpec;

/** The vocabulary of the decider's tests. */
final class Given {

    static final ConceptCreated CREATED = new ConceptCreated("c", "Our service", "our-service", null);
    static final Layer LAYER = new Layer("l1", "Self-service", "SELF_SERVICE", 1);
    static final Channel WEB = channel("web", "Web", "l1");
    static final CustomerGroup EVERYBODY = group("g1", "Everybody", "100", "l1");
    static final Need CORE = need("n1", "Speed", null);
    static final Objective SATISFIED = new Objective("o1", "Satisfied", "i1",
            new Target(TargetComparison.AT_LEAST, BigDecimal.valueOf(7), TargetMeasure.FIGURE, null), ObjectiveWindow.MONTH,
            null, LocalDate.of(2026, 12, 31), null, "Head of service");

    private Given() {
    }

    static DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> nothing() {
        return DeciderSpec.of(new ConceptDecider());
    }

    /** A concept of which version n is the n-th of these events; the first says that it was created. */
    static DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> created(ConceptEvent... events) {
        return nothing().given(CREATED).given(events);
    }

    /** One of each: created, layer (2), channel (3), group (4), need (5), objective (6). */
    static DeciderSpec<ConceptCommand, Concept, ConceptEvent, ConceptRejection> coherent() {
        return created(new LayerAdded(LAYER), new ChannelAdded(WEB), new CustomerGroupAdded(EVERYBODY),
                new NeedAdded(CORE), new ObjectiveAdded(SATISFIED));
    }

    static Channel channel(String id, String name, @Nullable String layer) {
        return new Channel(id, name, "WEB", layer, List.of(), null, null, null, false, null, ChannelStatus.PLANNED);
    }

    static CustomerGroup group(String id, String name, String share, @Nullable String homeLayer,
            UnusableChannel... unusable) {
        return new CustomerGroup(id, name, null, new BigDecimal(share), SkillLevel.HIGH, SkillLevel.HIGH, List.of(),
                homeLayer, List.of(), List.of(unusable));
    }

    static Need need(String id, String name, @Nullable String coreNeed) {
        return new Need(id, name, null, coreNeed, NeedAudience.CUSTOMER);
    }
}
