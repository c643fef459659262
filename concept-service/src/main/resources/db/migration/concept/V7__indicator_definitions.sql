-- How indicators are computed, by which a concept that travels recognises them in another organisation. Nothing is known of
-- that in rows written before, until the indicator gets its next version: such an indicator travels by its id alone.
ALTER TABLE known_indicator
    ADD COLUMN kind         text,
    ADD COLUMN better       text,
    ADD COLUMN audience     text,
    ADD COLUMN minimum_n    integer,
    ADD COLUMN scale_min    numeric,
    ADD COLUMN scale_max    numeric,
    ADD COLUMN cut_off      numeric,
    ADD COLUMN change_of    text,
    ADD COLUMN change_since integer;
