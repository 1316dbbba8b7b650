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
