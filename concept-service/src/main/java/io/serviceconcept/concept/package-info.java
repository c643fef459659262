/**
 * The service concept: the strategic model in which an organisation says which services it offers, to whom, through which
 * channels, at which level, and why. One stream of events per concept; every part of its draft has a version of its own,
 * so that two people who edit different parts do not stand in each other's way.
 */
@NullMarked
package io.serviceconcept.concept;

import org.jspecify.annotations.NullMarked;
