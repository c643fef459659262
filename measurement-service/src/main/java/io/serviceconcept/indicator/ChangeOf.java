package io.serviceconcept.indicator;

/**
 * What a rate of change is about.
 *
 * @param indicator whose figures are compared
 * @param baselineYear with whose same period they are compared
 */
public record ChangeOf(String indicator, int baselineYear) {
}
