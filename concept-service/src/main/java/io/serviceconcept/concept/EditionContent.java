package io.serviceconcept.concept;

import java.util.List;

/** Everything a concept held when it was adopted. */
public record EditionContent(Direction direction, List<Layer> layers, List<CustomerGroup> groups, List<Channel> channels,
        List<Need> needs, List<NeedImportance> importance, List<Fit> fits, List<Objective> objectives) {

    public EditionContent {
        layers = List.copyOf(layers);
        groups = List.copyOf(groups);
        channels = List.copyOf(channels);
        needs = List.copyOf(needs);
        importance = List.copyOf(importance);
        fits = List.copyOf(fits);
        objectives = List.copyOf(objectives);
    }

    /** The importance of one need to the groups. */
    public record NeedImportance(String need, List<Need.Importance> importance) {
        public NeedImportance {
            importance = List.copyOf(importance);
        }
    }

    /** One cell of the matrix of needs and channels. */
    public record Fit(String need, String channel, AssessedFit fit) {
    }
}
