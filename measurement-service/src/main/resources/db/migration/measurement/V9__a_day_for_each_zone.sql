-- Midnight comes to each organisation at its own time

CREATE TABLE release_day (
    zone text PRIMARY KEY,
    -- the local day on which open periods were last looked at
    day date NOT NULL
);
ALTER TABLE release_turn DROP COLUMN day;
