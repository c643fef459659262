-- What was observed without a channel may be under an edition, and an edition's census covers only the days of its time

INSERT INTO recount (organisation, what, from_day)
SELECT organisation, 'OBSERVATIONS', '-infinity' FROM counted GROUP BY organisation;

INSERT INTO result_change (organisation, indicator, day)
SELECT DISTINCT observed.organisation, observed.indicator, edition.in_force_from
FROM (SELECT DISTINCT organisation, indicator FROM counted WHERE edition IS NOT NULL) observed
    JOIN edition USING (organisation);
