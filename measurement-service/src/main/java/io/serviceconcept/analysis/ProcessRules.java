package io.serviceconcept.analysis;

/**
 * How a process chart is read.
 *
 * @param baseline how many figures set the limits, which then stay
 * @param run how many figures on one side of the mean are a signal
 * @param going how many figures that each go further the same way are a signal
 */
record ProcessRules(int baseline, int run, int going) {

    static final ProcessRules USUAL = new ProcessRules(12, 8, 6);
}
