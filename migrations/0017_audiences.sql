-- Events for an audience. Whoever asks `event_versions` is told what everybody may know; the table
-- behind it has all. A version with `told` is news to everybody (also that a public event is private
-- from now on), until `told_until`.
ALTER TABLE event_versions ADD COLUMN audience TEXT;
ALTER TABLE event_versions ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
ALTER TABLE event_versions ADD COLUMN told_until INTEGER;
UPDATE event_versions SET told_until = replaced_at,
  facts = json_set(facts, '$.audience', json('null'));
DROP INDEX event_versions_changes;
CREATE INDEX event_versions_changes ON event_versions (calendar_id, revision, uid)
  WHERE told = 1 AND told_until IS NULL;
CREATE INDEX event_versions_private ON event_versions (partner_id, audience)
  WHERE replaced_at IS NULL AND audience IS NOT NULL;
ALTER TABLE event_versions RENAME TO all_event_versions;
-- `rowid` by name: a view has none of its own.
CREATE VIEW event_versions AS SELECT rowid, * FROM all_event_versions WHERE audience IS NULL;

CREATE TABLE audiences (
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  translations TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (partner_id, slug)
) STRICT, WITHOUT ROWID;

-- SHA-256 of what ticket holders and members type; the keys themselves are never stored.
CREATE TABLE audience_keys (
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  sha256 TEXT NOT NULL,
  audience TEXT NOT NULL,
  expires_at TEXT,
  PRIMARY KEY (partner_id, sha256, audience)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_keys_of ON audience_keys (partner_id, audience, sha256);

CREATE INDEX audience_keys_ending ON audience_keys (expires_at) WHERE expires_at IS NOT NULL;

-- Which subscription was given which audience, by which key. Not active while the key is gone or has
-- expired: whoever brings it back need not be asked again.
CREATE TABLE subscription_audiences (
  subscription_id INTEGER NOT NULL,
  partner_id INTEGER NOT NULL,
  audience TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  active INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (subscription_id, partner_id, audience)
) STRICT, WITHOUT ROWID;
CREATE INDEX subscription_audiences_key ON subscription_audiences (partner_id, audience, sha256);
