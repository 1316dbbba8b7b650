-- Whether everybody was told of a revision, or an audience alone.
ALTER TABLE revisions ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
UPDATE revisions SET told = 0
WHERE kind IN ('upload', 'edit', 'restoration') AND (calendar_id, revision) IN (
  SELECT calendar_id, revision FROM all_event_versions
  GROUP BY calendar_id, revision HAVING MAX(told) = 0);
