package io.serviceconcept.plan;

/** Why a plan cannot be completed as told. */
sealed interface PlanRejection {

    /** @param fed anything but {@link PlanCommand.Fed#YES} */
    record NotFed(PlanCommand.Fed fed) implements PlanRejection {
    }
}
