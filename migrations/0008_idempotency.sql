-- Calls that may be sent again without being done again. Of the key only a hash, together with the
-- API key's; the answer is sealed with both, and null until it is known.
CREATE TABLE idempotency (
  id TEXT PRIMARY KEY,
  request_sha256 TEXT NOT NULL,
  minted TEXT NOT NULL,
  answer TEXT,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- What a revision changed, and a partner's history over all its calendars.
CREATE INDEX event_versions_made ON event_versions (calendar_id, revision, uid);
CREATE INDEX event_versions_replaced ON event_versions (calendar_id, replaced_at, uid)
  WHERE replaced_at IS NOT NULL;
CREATE INDEX revisions_of_partner ON revisions (partner_id, published_at);
