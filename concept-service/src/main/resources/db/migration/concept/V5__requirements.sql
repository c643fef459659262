-- The local copy of what journey-service says of requirements: each as it was told last.
CREATE TABLE known_requirement (
    organisation text    NOT NULL,
    requirement  text    NOT NULL,
    concept      text    NOT NULL,
    name         text    NOT NULL,
    kind         text    NOT NULL,
    channel      text,
    department   text    NOT NULL,
    owner        text,
    due_date     date,
    blocking     boolean NOT NULL,
    state        text    NOT NULL,
    PRIMARY KEY (organisation, requirement)
);

CREATE INDEX known_requirement_concept ON known_requirement (organisation, concept, channel);
