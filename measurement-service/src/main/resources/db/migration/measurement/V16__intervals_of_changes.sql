-- A change between figures of answers has an interval, by which it is judged

ALTER TABLE released_verdict ADD COLUMN change_low numeric;
ALTER TABLE released_verdict ADD COLUMN change_high numeric;
ALTER TABLE released_verdict_log ADD COLUMN change_low numeric;
ALTER TABLE released_verdict_log ADD COLUMN change_high numeric;

INSERT INTO result_change (organisation, indicator, day)
SELECT organisation, indicator, period_from FROM released_verdict WHERE change IS NOT NULL AND n IS NOT NULL
UNION SELECT r.organisation, r.indicator, r.period_from
FROM released_result r JOIN indicator i ON i.organisation = r.organisation AND i.id = r.indicator
WHERE i.change_of IS NOT NULL AND r.n IS NOT NULL;
