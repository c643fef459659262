-- The list of concepts; written by the projection concept-catalogue within the append.
CREATE TABLE concept_catalogue (
    organisation  text    NOT NULL,
    concept       text    NOT NULL,
    name          text    NOT NULL,
    slug          text    COLLATE "C" NOT NULL,
    description   text,
    proposed      boolean NOT NULL,
    edition_dates date[]  NOT NULL,
    version       bigint  NOT NULL,
    PRIMARY KEY (organisation, concept)
);

CREATE UNIQUE INDEX concept_catalogue_slug ON concept_catalogue (organisation, slug);
