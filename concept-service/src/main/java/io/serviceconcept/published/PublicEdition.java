package io.serviceconcept.published;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Channel;
import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.ConceptEvent;
import io.serviceconcept.concept.ConceptEvent.ChannelStatusChanged;
import io.serviceconcept.concept.ConceptEvent.ConceptCreated;
import io.serviceconcept.concept.ConceptEvent.ConceptProposed;
import io.serviceconcept.concept.ConceptEvent.ConceptRetired;
import io.serviceconcept.concept.ConceptEvent.DirectionSet;
import io.serviceconcept.concept.ConceptEvent.EditionAdopted;
import io.serviceconcept.concept.ConceptEvent.FitAssessed;
import io.serviceconcept.concept.ConceptEvent.FitWithdrawn;
import io.serviceconcept.concept.ConceptEvent.ImportanceSet;
import io.serviceconcept.concept.ConceptEvent.NeedSplit;
import io.serviceconcept.concept.ConceptEvent.NeedsMerged;
import io.serviceconcept.concept.ConceptEvent.PartAdded;
import io.serviceconcept.concept.ConceptEvent.PartChanged;
import io.serviceconcept.concept.ConceptEvent.PartRemoved;
import io.serviceconcept.concept.ConceptEvent.ProposalWithdrawn;

/**
 * The edition that anybody may know of, and its channels that are open now.
 *
 * @param channels by id, in the order of the edition
 */
record PublicEdition(EditionAdopted adopted, List<Channel> channels) {

    /**
     * The last edition whose first day has come; empty when none has, or the concept is retired. Every event is named here, so
     * that one that ends a
     * concept cannot be overlooked.
     *
     * @param events of one concept, in order
     */
    static Optional<PublicEdition> on(LocalDate today, List<ConceptEvent> events) {
        @Nullable
        EditionAdopted inForce = null;
        Map<String, ChannelStatus> statuses = new HashMap<>();
        for (ConceptEvent event : events) {
            switch (event) {
                case EditionAdopted adopted -> inForce = adopted.inForceFrom().isAfter(today) ? inForce : adopted;
                case ChannelStatusChanged changed -> statuses.put(changed.channel(), changed.status());
                case PartAdded added -> {
                    if (added.part() instanceof Channel channel) {
                        statuses.put(channel.id(), channel.status());
                    }
                }
                // nobody may expect anything of it any more
                case ConceptRetired retired -> {
                    return Optional.empty();
                }
                case ConceptCreated created -> {
                }
                case DirectionSet set -> {
                }
                case PartChanged changed -> {
                }
                case PartRemoved removed -> {
                }
                case ImportanceSet set -> {
                }
                case FitAssessed given -> {
                }
                case FitWithdrawn withdrawn -> {
                }
                case ConceptProposed proposed -> {
                }
                case ProposalWithdrawn withdrawn -> {
                }
                case NeedsMerged merged -> {
                }
                case NeedSplit split -> {
                }
            }
        }
        return Optional.ofNullable(inForce).map(adopted -> new PublicEdition(adopted, adopted.content().channels().stream()
                .filter(channel -> statuses.getOrDefault(channel.id(), channel.status()) == ChannelStatus.ACTIVE).toList()));
    }
}
