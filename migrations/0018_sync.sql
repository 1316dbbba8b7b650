-- Since when a subscription's choices are as they are: who follows its changes is told what they made
-- different.

-- Rises with what changes which events are chosen, or how all of them are told.
ALTER TABLE subscriptions ADD COLUMN choices_revision INTEGER NOT NULL DEFAULT 1;
-- Rises with what changes which events are chosen.
ALTER TABLE subscriptions ADD COLUMN filters_revision INTEGER NOT NULL DEFAULT 1;

-- Every audience a subscription was ever given: what it was told then, it is told to be gone.
CREATE TABLE subscription_audiences_had (
  subscription_id INTEGER NOT NULL,
  partner_id INTEGER NOT NULL,
  audience TEXT NOT NULL,
  PRIMARY KEY (subscription_id, partner_id, audience)
) STRICT, WITHOUT ROWID;
INSERT INTO subscription_audiences_had
  SELECT subscription_id, partner_id, audience FROM subscription_audiences;

-- The order of changes for members; everybody's is event_versions_changes.
CREATE INDEX event_versions_private_changes ON all_event_versions (calendar_id, revision, uid)
  WHERE audience IS NOT NULL OR told = 0;
