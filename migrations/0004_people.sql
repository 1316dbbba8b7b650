-- People: the role of a key, sessions of the console, invitations, and what was done that is no
-- publication. Keys made before roles were known may go on doing all they could.
ALTER TABLE keys ADD COLUMN role TEXT NOT NULL DEFAULT 'owner';
ALTER TABLE keys ADD COLUMN signed_in_on TEXT;

-- Of the cookie only the SHA-256. `secret_sha256` is the key's as it was at sign-in: with another
-- secret, or a revoked key, the session is none. `partner_id`: where the operator is at work.
CREATE TABLE sessions (
  id_sha256 TEXT PRIMARY KEY,
  key_id TEXT NOT NULL,
  secret_sha256 TEXT NOT NULL,
  partner_id INTEGER REFERENCES partners (id),
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_of_key ON sessions (key_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Failed sign-ins of a window, by key; '' counts those of all together. No addresses.
CREATE TABLE sign_in_failures (
  key_id TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  count INTEGER NOT NULL
) STRICT;

CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  token_sha256 TEXT NOT NULL UNIQUE,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  label TEXT NOT NULL,
  role TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  revoked_at TEXT,
  key_id TEXT
) STRICT;
CREATE INDEX invitations_of_partner ON invitations (partner_id, created_at, id);

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  calendar_id INTEGER,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  action TEXT NOT NULL,
  about TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_partner ON audit (partner_id, at, id);
