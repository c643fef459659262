-- The list of ideas; written by the projection idea-catalogue within the append. What participants of tests said is personal
-- and stays in the events.
CREATE TABLE concept_idea (
    organisation      text    NOT NULL,
    concept           text    NOT NULL,
    idea              text    NOT NULL,
    title             text    NOT NULL,
    title_key         text    COLLATE "C" NOT NULL,
    state             text    NOT NULL,
    origin            text    NOT NULL,
    owner             text    NOT NULL,
    needs             text[]  NOT NULL,
    channels          text[]  NOT NULL,
    customer_value    integer,
    business_value    integer,
    effort            integer,
    cost              numeric,
    expected_effects  jsonb   NOT NULL,
    version           bigint  NOT NULL,
    PRIMARY KEY (organisation, idea)
);

CREATE INDEX concept_idea_of_concept ON concept_idea (organisation, concept);
