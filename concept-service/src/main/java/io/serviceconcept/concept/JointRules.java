package io.serviceconcept.concept;

import java.util.Optional;

import io.serviceconcept.concept.ConceptRejection.DuplicateJoint;
import io.serviceconcept.concept.ConceptRejection.ToItself;

/** What holds for parts that join others: each once, and never a channel with itself. */
final class JointRules {

    private JointRules() {
    }

    static Optional<ConceptRejection> refusal(Joint joint, Parts parts) {
        return switch (joint) {
            case Offer offer -> duplicate(offer, parts);
            case HandOver over -> over.from().equals(over.to()) ? Optional.of(new ToItself(PartKind.HAND_OVER))
                    : duplicate(over, parts);
            case ChannelShift shift -> shift.from().equals(shift.to()) ? Optional.of(new ToItself(PartKind.CHANNEL_SHIFT))
                    : duplicate(shift, parts).or(() -> DateRules.order(shift));
        };
    }

    private static Optional<ConceptRejection> duplicate(Joint joint, Parts parts) {
        return parts.stream()
                .filter(other -> other.partKind() == joint.partKind() && !other.id().equals(joint.id()))
                .filter(other -> other instanceof Joint present && present.joins().equals(joint.joins())).findFirst()
                .map(other -> new DuplicateJoint(joint.partKind(), other.id()));
    }
}
