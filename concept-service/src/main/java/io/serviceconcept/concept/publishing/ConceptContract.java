package io.serviceconcept.concept.publishing;

import java.time.LocalDate;
import java.util.List;

import io.serviceconcept.concept.ChannelStatus;
import io.serviceconcept.concept.PartKind;
import io.serviceconcept.concept.publishing.PartContract.ChannelData;
import io.serviceconcept.concept.publishing.PartContract.GroupData;
import io.serviceconcept.concept.publishing.PartContract.LayerData;
import io.serviceconcept.concept.publishing.PartContract.NeedData;
import io.serviceconcept.concept.publishing.PartContract.NeedWithImportance;
import io.serviceconcept.concept.publishing.PartContract.ObjectiveData;
import io.serviceconcept.concept.publishing.PromiseContract.ChannelShiftData;
import io.serviceconcept.concept.publishing.PromiseContract.OfferData;
import io.serviceconcept.concept.publishing.PromiseContract.ServiceData;
import io.serviceconcept.concept.publishing.PromiseContract.ServiceLevelData;
import io.serviceconcept.idea.IdeaOrigin;

/** The records of the topic, one per type; each is described by a schema in {@code contracts/}. */
sealed interface ConceptContract {

    record Created(String concept, String name) implements ConceptContract {
    }

    record LayerDrafted(String concept, boolean draft, LayerData layer) implements ConceptContract {
    }

    record CustomerGroupDrafted(String concept, boolean draft, GroupData group) implements ConceptContract {
    }

    record ChannelDrafted(String concept, boolean draft, ChannelData channel) implements ConceptContract {
    }

    record NeedDrafted(String concept, boolean draft, NeedData need) implements ConceptContract {
    }

    record ObjectiveDrafted(String concept, boolean draft, ObjectiveData objective) implements ConceptContract {
    }

    record PartRemoved(String concept, boolean draft, PartKind part, String id) implements ConceptContract {
    }

    record EditionAdopted(String concept, String name, int edition, LocalDate inForceFrom, List<LayerData> layers,
            List<GroupData> groups, List<ChannelData> channels, List<NeedWithImportance> needs,
            List<ObjectiveData> objectives, List<ServiceData> services, List<OfferData> offers,
            List<ServiceLevelData> serviceLevels, List<ChannelShiftData> channelShifts) implements ConceptContract {
    }

    record ChannelStatusChanged(String concept, String channel, ChannelStatus status) implements ConceptContract {
    }

    record Retired(String concept, LocalDate retiredOn) implements ConceptContract {
    }

    record IdeaSelected(String concept, String idea, String title, IdeaOrigin origin, List<String> needs,
            List<String> channels) implements ConceptContract {
    }

    /** What named the need names {@code into} from then on. */
    record NeedsMerged(String concept, boolean draft, String need, String into) implements ConceptContract {
    }

    record NeedSplit(String concept, boolean draft, String need, List<SplitOffData> into) implements ConceptContract {
    }

    /**
     * @param takes the ids of the parts that named the need that was split, and name this one from then on
     */
    record SplitOffData(NeedData need, List<String> takes) {
    }
}
