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
