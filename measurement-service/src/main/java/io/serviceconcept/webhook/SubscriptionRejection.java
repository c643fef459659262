package io.serviceconcept.webhook;

import java.util.List;

/** Why a command is refused. */
sealed interface SubscriptionRejection {

    record SubscriptionAbsent() implements SubscriptionRejection {
    }

    record SubscriptionExists() implements SubscriptionRejection {
    }

    /** A mapping that would lose answers. */
    record MappingDoesNotFit(List<MappingFault> faults) implements SubscriptionRejection {

        public MappingDoesNotFit {
            faults = List.copyOf(faults);
        }
    }

    /** The tool signs in another way, so the secret would be of no use. */
    record ToolDiffers(Tool tool) implements SubscriptionRejection {
    }
}
