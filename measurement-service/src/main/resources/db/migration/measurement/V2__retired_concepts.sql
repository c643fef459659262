-- Concepts that are over: their editions judge no other periods than those they have judged.
CREATE TABLE retired_concept (
    organisation text NOT NULL,
    concept text NOT NULL,
    retired_on date NOT NULL,
    PRIMARY KEY (organisation, concept)
);
