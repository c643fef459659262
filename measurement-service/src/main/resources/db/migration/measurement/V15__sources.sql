-- Of figures that several sources reported of the same, the one that is shown does not depend on which came last

ALTER TABLE reported ADD COLUMN source text NOT NULL DEFAULT '';
UPDATE reported r SET source = e.data ->> 'source'
FROM event e WHERE e.organisation = r.organisation AND e.stream = r.stream AND e.version = 1;
ALTER TABLE reported ALTER COLUMN source DROP DEFAULT;

INSERT INTO result_change (organisation, indicator, day)
SELECT DISTINCT organisation, indicator, lower(days) FROM reported
GROUP BY organisation, indicator, days, dimension, key HAVING count(*) > 1;
