-- Partners, their calendars, and every event as every revision left it.
-- Shared by better-sqlite3 and D1: plain SQL, no PRAGMA, no BEGIN. Instants are
-- 'YYYY-MM-DDTHH:MM:SSZ' text everywhere, booleans 0/1, lists and objects JSON text.

CREATE TABLE partners (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  timezone TEXT NOT NULL,
  locale TEXT NOT NULL,
  description TEXT,
  translations TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE calendars (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  uid TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL,
  settings TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (partner_id, slug)
) STRICT;

-- Every slug a calendar ever had. A slug is never given to another calendar, so old feed
-- addresses lead home for ever.
CREATE TABLE addresses (
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  slug TEXT NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  PRIMARY KEY (partner_id, slug)
) STRICT, WITHOUT ROWID;

-- One row per event and revision that changed it. The current one has no replaced_at; the
-- schedule as revision n left it is revision <= n and (replaced_at is null or replaced_at > n).
CREATE TABLE event_versions (
  partner_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  uid TEXT NOT NULL,
  revision INTEGER NOT NULL,
  replaced_at INTEGER,
  sequence INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  facts TEXT NOT NULL,
  moved_from TEXT,
  recurring INTEGER NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  vevent TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_versions_key ON event_versions (calendar_id, uid, revision);
CREATE INDEX event_versions_changes ON event_versions (calendar_id, revision, uid)
  WHERE replaced_at IS NULL;
CREATE INDEX event_versions_agenda ON event_versions (calendar_id, recurring, starts_at, uid)
  WHERE replaced_at IS NULL AND removed = 0;

-- The history: what made each revision, who and why, and the feed that was served from then on.
CREATE TABLE revisions (
  partner_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  upload_id TEXT,
  restored INTEGER,
  author TEXT NOT NULL,
  reason TEXT,
  published_at TEXT NOT NULL,
  summary TEXT NOT NULL,
  feed TEXT NOT NULL,
  feed_stored INTEGER NOT NULL,
  PRIMARY KEY (calendar_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  filename TEXT,
  format TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  base_revision INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  summary TEXT NOT NULL,
  findings TEXT NOT NULL,
  file_key TEXT NOT NULL,
  plan_key TEXT,
  author TEXT NOT NULL,
  reason TEXT,
  created_at TEXT NOT NULL,
  published_at TEXT
) STRICT;
CREATE INDEX uploads_of_calendar ON uploads (partner_id, calendar_id, created_at);

-- Secrets are stored as SHA-256 of a random 160-bit value. No partner: the operator's.
CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  partner_id INTEGER REFERENCES partners (id),
  label TEXT NOT NULL,
  secret_sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;

-- Used on Node only; on Workers the bytes are in R2.
CREATE TABLE blobs (
  key TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE installation (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
