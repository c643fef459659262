package io.serviceconcept.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

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
import io.serviceconcept.concepts.ConceptRecords.PartRemoved;
import io.serviceconcept.eventsourcing.EventTypes;
import io.serviceconcept.eventsourcing.InboundEvent;

/** What concept-service promises is what is read here. */
class ConceptContractsTest {

    private static final Path CONTRACTS = Path.of("../concept-service/contracts");

    @Test
    void aCreatedConcept() throws IOException {
        reads("concept.created.v1", ConceptCreated.class, List.of("/concept", "/name"));
    }

    @Test
    void aDraftedCustomerGroup() throws IOException {
        reads("concept.customer-group-drafted.v1", CustomerGroupDrafted.class,
                List.of("/concept", "/group/id", "/group/name"));
    }

    @Test
    void aDraftedChannel() throws IOException {
        reads("concept.channel-drafted.v1", ChannelDrafted.class,
                List.of("/concept", "/channel/id", "/channel/name", "/channel/status"));
    }

    @Test
    void aDraftedNeed() throws IOException {
        reads("concept.need-drafted.v1", NeedDrafted.class, List.of("/concept", "/need/id", "/need/name"));
    }

    @Test
    void aDraftedObjective() throws IOException {
        reads("concept.objective-drafted.v1", ObjectiveDrafted.class,
                List.of("/concept", "/objective/id", "/objective/name"));
    }

    @Test
    void aRemovedPart() throws IOException {
        reads("concept.part-removed.v1", PartRemoved.class, List.of("/concept", "/part", "/id"));
    }

    @Test
    void anAdoptedEdition() throws IOException {
        EditionAdopted adopted = reads("concept.edition-adopted.v1", EditionAdopted.class,
                List.of("/concept", "/edition", "/inForceFrom", "/groups/0/id", "/groups/0/name", "/channels/0/id",
                        "/channels/0/name", "/channels/0/status", "/needs/0/id", "/needs/0/name",
                        "/objectives/0/id", "/objectives/0/name"));

        assertThat(adopted.number()).isPositive();
    }

    @Test
    void mergedNeeds() throws IOException {
        reads("concept.needs-merged.v1", NeedsMerged.class, List.of("/concept", "/need", "/into"));
    }

    @Test
    void aRetiredConcept() throws IOException {
        reads("concept.retired.v1", ConceptRetired.class, List.of("/concept"));
    }

    @Test
    void aSplitNeed() throws IOException {
        reads("concept.need-split.v1", NeedSplit.class,
                List.of("/concept", "/need", "/into/0/need/id", "/into/0/need/name", "/into/1/need/id"));
    }

    @Test
    void aChangedStatusOfAChannel() throws IOException {
        reads("concept.channel-status-changed.v1", ChannelStatusChanged.class, List.of("/concept", "/channel", "/status"));
    }

    /** The names that decide what happens here must be names that the producer knows. */
    @ParameterizedTest
    @ValueSource(strings = { "CUSTOMER_GROUP", "CHANNEL", "NEED", "OBJECTIVE" })
    void theKindsOfPartsAreThoseOfTheSchema(String kind) throws IOException {
        assertThat(Files.readString(CONTRACTS.resolve("concept.part-removed.v1.schema.json"))).contains('"' + kind + '"');
    }

    @Test
    void aRetiredChannelIsCalledAsInTheSchema() throws IOException {
        assertThat(Files.readString(CONTRACTS.resolve("concept.channel-status-changed.v1.schema.json")))
                .contains("\"RETIRED\"");
    }

    /** Reads the producer's example and finds in the record each value that is used here. */
    private static <T> T reads(String type, Class<T> as, List<String> used) throws IOException {
        byte[] bytes = Files.readAllBytes(CONTRACTS.resolve(type + ".example.json"));
        T read = new InboundEvent("/concept-service", "municipality", "concept-1", 1L, UUID.randomUUID(), type, Instant.EPOCH,
                bytes, null, null).as(as);
        JsonNode example = EventTypes.json().readTree(bytes);
        JsonNode again = EventTypes.json().valueToTree(read);
        assertThat(used).allSatisfy(pointer -> assertThat(again.at(pointer)).as(type + pointer)
                .isEqualTo(example.at(pointer)).isNotEqualTo(com.fasterxml.jackson.databind.node.MissingNode.getInstance()));
        return read;
    }
}
