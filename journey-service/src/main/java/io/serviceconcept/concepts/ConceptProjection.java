package io.serviceconcept.concepts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.serviceconcept.concepts.ConceptRecords.Channel;
import io.serviceconcept.concepts.ConceptRecords.ChannelDrafted;
import io.serviceconcept.concepts.ConceptRecords.ChannelStatusChanged;
import io.serviceconcept.concepts.ConceptRecords.ConceptCreated;
import io.serviceconcept.concepts.ConceptRecords.ConceptRetired;
import io.serviceconcept.concepts.ConceptRecords.CustomerGroupDrafted;
import io.serviceconcept.concepts.ConceptRecords.EditionAdopted;
import io.serviceconcept.concepts.ConceptRecords.NeedDrafted;
import io.serviceconcept.concepts.ConceptRecords.NeedSplit;
import io.serviceconcept.concepts.ConceptRecords.NeedsMerged;
import io.serviceconcept.concepts.ConceptRecords.ObjectiveDrafted;
import io.serviceconcept.concepts.ConceptRecords.Part;
import io.serviceconcept.concepts.ConceptRecords.PartRemoved;
import io.serviceconcept.concepts.ConceptRecords.SplitOff;
import io.serviceconcept.eventsourcing.InboundEvent;
import io.serviceconcept.eventsourcing.InboundHandler;

/** Writes what concept-service says into this service's own copy. The draft is kept as edition 0. */
@ApplicationScoped
class ConceptProjection implements InboundHandler {

    static final int DRAFT = 0;

    @Override
    public String source() {
        return "/concept-service";
    }

    @Override
    public void handle(Connection connection, InboundEvent event) throws SQLException {
        Copy copy = new Copy(connection, event.organisation());
        switch (event.type()) {
            case "concept.created.v1" -> copy.created(event.as(ConceptCreated.class));
            case "concept.customer-group-drafted.v1" -> {
                CustomerGroupDrafted drafted = event.as(CustomerGroupDrafted.class);
                copy.part(drafted.concept(), DRAFT, PartKind.CUSTOMER_GROUP, drafted.group());
            }
            case "concept.channel-drafted.v1" -> {
                ChannelDrafted drafted = event.as(ChannelDrafted.class);
                copy.channel(drafted.concept(), DRAFT, drafted.channel());
            }
            case "concept.need-drafted.v1" -> {
                NeedDrafted drafted = event.as(NeedDrafted.class);
                copy.part(drafted.concept(), DRAFT, PartKind.NEED, drafted.need());
            }
            case "concept.objective-drafted.v1" -> {
                ObjectiveDrafted drafted = event.as(ObjectiveDrafted.class);
                copy.part(drafted.concept(), DRAFT, PartKind.OBJECTIVE, drafted.objective());
            }
            case "concept.part-removed.v1" -> copy.removed(event.as(PartRemoved.class));
            case "concept.edition-adopted.v1" -> copy.adopted(event.as(EditionAdopted.class));
            case "concept.channel-status-changed.v1" -> {
                ChannelStatusChanged changed = event.as(ChannelStatusChanged.class);
                copy.status(changed.concept(), changed.channel(), changed.status());
            }
            case "concept.needs-merged.v1" -> {
                NeedsMerged merged = event.as(NeedsMerged.class);
                copy.removed(merged.concept(), PartKind.NEED, merged.need());
                copy.instead(merged.concept(), merged.need(), List.of(merged.into()));
            }
            case "concept.need-split.v1" -> {
                NeedSplit split = event.as(NeedSplit.class);
                copy.removed(split.concept(), PartKind.NEED, split.need());
                for (SplitOff part : split.into()) {
                    copy.part(split.concept(), DRAFT, PartKind.NEED, part.need());
                }
                copy.instead(split.concept(), split.need(), split.into().stream().map(part -> part.need().id()).toList());
            }
            case "concept.retired.v1" -> copy.retired(event.as(ConceptRetired.class).concept());
            default -> {
                // what we do not read yet may be published all the same
            }
        }
    }

    private record Copy(Connection connection, String organisation) {

        void created(ConceptCreated concept) throws SQLException {
            execute("""
                    insert into known_concept (organisation, concept, name) values (?, ?, ?)
                    on conflict (organisation, concept) do update set name = excluded.name
                    """, organisation, concept.concept(), concept.name());
        }

        void channel(UUID concept, int edition, Channel channel) throws SQLException {
            part(concept, edition, PartKind.CHANNEL, new Part(channel.id(), channel.name()));
            status(concept, channel.id(), channel.status());
        }

        void part(UUID concept, int edition, PartKind kind, Part part) throws SQLException {
            execute("""
                    insert into concept_part (organisation, concept, edition, kind, part, name) values (?, ?, ?, ?, ?, ?)
                    on conflict (organisation, concept, edition, kind, part) do update set name = excluded.name
                    """, organisation, concept, edition, kind.name(), part.id(), part.name());
        }

        void status(UUID concept, UUID channel, String status) throws SQLException {
            execute("""
                    insert into channel_status (organisation, concept, channel, status) values (?, ?, ?, ?)
                    on conflict (organisation, concept, channel) do update set status = excluded.status
                    """, organisation, concept, channel, status);
        }

        void instead(UUID concept, UUID need, List<UUID> needs) throws SQLException {
            for (int place = 0; place < needs.size(); place++) {
                execute("""
                        insert into need_instead (organisation, concept, need, place, instead) values (?, ?, ?, ?, ?)
                        on conflict (organisation, concept, need, place) do update set instead = excluded.instead
                        """, organisation, concept, need, place, needs.get(place));
            }
        }

        void retired(UUID concept) throws SQLException {
            execute("update known_concept set retired = true where organisation = ? and concept = ?", organisation,
                    concept);
        }

        void removed(PartRemoved removed) throws SQLException {
            Optional<PartKind> kind = Stream.of(PartKind.values()).filter(k -> k.name().equals(removed.part())).findAny();
            if (kind.isPresent()) {
                removed(removed.concept(), kind.get(), removed.id());
            }
        }

        void removed(UUID concept, PartKind kind, UUID part) throws SQLException {
            execute("""
                    delete from concept_part
                    where organisation = ? and concept = ? and edition = ? and kind = ? and part = ?
                    """, organisation, concept, DRAFT, kind.name(), part);
        }

        void adopted(EditionAdopted adopted) throws SQLException {
            execute("""
                    insert into concept_edition (organisation, concept, edition, in_force_from) values (?, ?, ?, ?)
                    on conflict (organisation, concept, edition) do update set in_force_from = excluded.in_force_from
                    """, organisation, adopted.concept(), adopted.number(), adopted.inForceFrom());
            parts(adopted, PartKind.CUSTOMER_GROUP, adopted.groups());
            parts(adopted, PartKind.NEED, adopted.needs());
            parts(adopted, PartKind.OBJECTIVE, adopted.objectives());
            for (Channel channel : adopted.channels()) {
                channel(adopted.concept(), adopted.number(), channel);
            }
        }

        private void parts(EditionAdopted adopted, PartKind kind, List<Part> parts) throws SQLException {
            for (Part part : parts) {
                part(adopted.concept(), adopted.number(), kind, part);
            }
        }

        private void execute(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        }
    }
}
