/**
 * The whole platform on one machine: PostgreSQL, Kafka, Keycloak and the services, started together.
 *
 * <p>
 * {@link io.serviceconcept.local.LocalPostgres} and {@link io.serviceconcept.local.LocalKafka} stand alone and serve the
 * tests of every service.
 */
@NullMarked
package io.serviceconcept.local;

import org.jspecify.annotations.NullMarked;
