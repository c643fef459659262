-- Results say themselves whether they are comparable with those before: the releaser marks them, and sends those it marked

ALTER TABLE released_result ADD COLUMN instrument_break boolean NOT NULL DEFAULT false;
ALTER TABLE released_result_log ADD COLUMN instrument_break boolean NOT NULL DEFAULT false;

INSERT INTO result_change (organisation, indicator, day)
SELECT f.organisation, f.indicator, min(r.period_from)
FROM survey_feed f JOIN released_result r USING (organisation, indicator)
WHERE f.breaks
GROUP BY f.organisation, f.indicator;

-- A change is not judged across one

ALTER TABLE released_verdict ADD COLUMN across_instrument_break boolean NOT NULL DEFAULT false;
ALTER TABLE released_verdict_log ADD COLUMN across_instrument_break boolean NOT NULL DEFAULT false;

INSERT INTO result_change (organisation, indicator, day)
SELECT DISTINCT v.organisation, v.indicator, v.period_from
FROM released_verdict v JOIN survey_feed f USING (organisation, indicator)
WHERE f.breaks AND v.baseline_label IS NOT NULL;
