package io.serviceconcept.local.examples;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads the two stories of the domain into a running platform, through the gateway's REST API and nothing else.
 *
 * <p>
 * Loading again changes nothing: what is there is found by its name and left as people made it; what a load that broke
 * off left out is added.
 */
public final class ExampleLoader implements io.serviceconcept.local.ExampleLoader {

    /** The file of the municipality's story. */
    public static final String MUNICIPALITY = "municipality.json";
    /** The file of the online retailer's story. */
    public static final String FASHION_FOR_YOU = "fashion-for-you.json";

    private final InstantSource clock;

    public ExampleLoader() {
        this(InstantSource.system());
    }

    /** @param clock what time it is: answers are spread over the month so far */
    public ExampleLoader(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ExampleFailed if a step is refused or a part does not answer; the message is one line
     */
    @Override
    public List<Example> load(Target target) {
        return Stream.of(MUNICIPALITY, FASHION_FOR_YOU)
                .map(file -> load(target, file))
                .map(loaded -> new Example(loaded.organisation(), loaded.name(), loaded.concept()))
                .toList();
    }

    /**
     * Loads one story and waits until its evaluation shows the figures.
     *
     * @throws ExampleFailed if a step is refused or a part does not answer; the message is one line
     */
    public LoadedExample load(Target target, String file) {
        return load(target, Story.read(target.examples().resolve(file), ""));
    }

    /**
     * Loads a story as a concept of its own, beside the story itself.
     *
     * @param copy lower-case letters, digits and hyphens; what the slug and the names of this copy end with
     * @throws ExampleFailed if a step is refused or a part does not answer; the message is one line
     */
    public LoadedExample loadCopy(Target target, String file, String copy) {
        return load(target, Story.read(target.examples().resolve(file), copy));
    }

    private LoadedExample load(Target target, Story story) {
        try (Http http = new Http()) {
            return load(target, story, new People(story, http, target.gateway(), new SignIn(target.tokens())));
        }
    }

    private LoadedExample load(Target target, Story story, People people) {
        Ids ids = new Ids();
        ConceptSteps concepts = ConceptSteps.start(story, ids, people);
        MeasurementSteps measurements = new MeasurementSteps(story, ids, people);
        JourneySteps journeys = new JourneySteps(story, ids, people);
        String concept = concepts.concept();
        ExampleDays days = measurements.startOfUse()
                .map(start -> ExampleDays.startedAt(start, clock.instant()))
                .orElseGet(() -> ExampleDays.of(clock.instant()));
        IdeaSteps ideas = new IdeaSteps(story, ids, days, people, concept);
        RequirementSteps requirements = new RequirementSteps(story, ids, days, people, concept);
        if (concepts.isAdopted()) {
            concepts.edition();
            ideas.find();
            measurements.indicators(concept);
            journeys.find(concept);
            requirements.find();
            measurements.surveys(concept, days);
        } else {
            ConceptBodies bodies = new ConceptBodies(story, ids, days);
            concepts.draft(bodies);
            ideas.make();
            measurements.indicators(concept);
            journeys.make(concept);
            requirements.make();
            measurements.surveys(concept, days);
            concepts.measured(bodies);
            concepts.adopt(days);
        }
        SendingSteps sending = new SendingSteps(story, ids, people);
        int counts = sending.visitors(days);
        int answers = sending.responses(days);
        new Figures(people.as("manager"), concept).await(answers);
        target.progress().accept(story.organisation() + ": '" + story.slug() + "' is in force; added " + answers
                + " answers, " + counts + " counts");
        return new LoadedExample(story.organisation(), story.name(story.concept()), concept, ids.asMap());
    }
}
