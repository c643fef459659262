-- What measurement-service found overdue: each period of a target is found once.
CREATE TABLE overdue_measurement (
    organisation text    NOT NULL,
    concept      text    NOT NULL,
    edition      integer NOT NULL,
    objective    text    NOT NULL,
    period_kind  text    NOT NULL,
    period_label text    NOT NULL,
    period_to    date    NOT NULL,
    due          date    NOT NULL,
    PRIMARY KEY (organisation, concept, edition, objective, period_kind, period_label)
);
