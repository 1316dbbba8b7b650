-- Whether everybody was told of a revision, or an audience alone.
ALTER TABLE revisions ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
UPDATE revisions SET told = 0
WHERE kind IN ('upload', 'edit', 'restoration') AND (calendar_id, revision) IN (
  SELECT calendar_id, revision FROM all_event_versions
  GROUP BY calendar_id, revision HAVING MAX(told) = 0);

-- Whether anybody ever came back to a subscription: set once, by the ledger's next flush, and 0 where
-- it was made and left. Those that are there already are taken for used.
ALTER TABLE subscriptions ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
UPDATE subscriptions SET used = 1;
CREATE INDEX subscriptions_unused ON subscriptions (created_at) WHERE used = 0;
CREATE INDEX subscriptions_ended ON subscriptions (ended_at) WHERE ended_at IS NOT NULL;

-- As everybody counts revisions: those for an audience alone are left out, so that no gap tells of
-- them. What there is keeps its number, and the next goes on from there.
ALTER TABLE calendars ADD COLUMN told_number INTEGER NOT NULL DEFAULT 0;
UPDATE calendars SET told_number = told_revision;
ALTER TABLE revisions ADD COLUMN told_number INTEGER NOT NULL DEFAULT 0;
UPDATE revisions SET told_number = revision;
UPDATE revisions SET told_number = COALESCE((
  SELECT r.revision FROM revisions r WHERE r.calendar_id = revisions.calendar_id
    AND r.revision < revisions.revision AND r.told = 1 ORDER BY r.revision DESC LIMIT 1), 0)
WHERE told = 0;
CREATE INDEX revisions_told ON revisions (calendar_id, told_number) WHERE told = 1;
-- Null: the revision's own number, as it was written before.
ALTER TABLE all_event_versions ADD COLUMN told_number INTEGER;
