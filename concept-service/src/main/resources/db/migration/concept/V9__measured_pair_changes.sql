-- How often what customers say of pairs changed, per indicator: who keeps it sees at a glance whether it still stands.
CREATE TABLE measured_pair_changes (
    organisation text   NOT NULL,
    indicator    text   NOT NULL,
    changes      bigint NOT NULL,
    PRIMARY KEY (organisation, indicator)
);
