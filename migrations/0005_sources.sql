-- Publications at a set time, and schedules that are fetched from an address.
ALTER TABLE uploads ADD COLUMN publish_at TEXT;
-- Who asked for it, and what they agreed to: {"author", "confirm", "reason"}.
ALTER TABLE uploads ADD COLUMN publish_terms TEXT;
ALTER TABLE uploads ADD COLUMN publish_tries INTEGER NOT NULL DEFAULT 0;
-- Why a publication at a set time did not happen: {"code", "params"}.
ALTER TABLE uploads ADD COLUMN publish_note TEXT;
CREATE INDEX uploads_due ON uploads (publish_at) WHERE publish_at IS NOT NULL;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  url TEXT NOT NULL,
  mode TEXT NOT NULL,
  every_minutes INTEGER NOT NULL,
  webhook TEXT,
  -- Signs the notices; needed as it is, so it is not hashed.
  webhook_secret TEXT,
  email TEXT,
  state TEXT NOT NULL,
  -- What is wrong, when something is: {"code", "params"}.
  problem TEXT,
  -- The last upload that was made of it.
  upload_id TEXT,
  etag TEXT,
  last_modified TEXT,
  sha256 TEXT,
  pulled_at TEXT,
  http_status INTEGER,
  failures INTEGER NOT NULL,
  -- Fetches that were begun and never ended: what they fetched took its thread with it.
  unfinished INTEGER NOT NULL,
  -- The state that was told last.
  noticed TEXT NOT NULL,
  next_at TEXT NOT NULL,
  -- Why the last notice could not be given: {"code", "params"}.
  notice_problem TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX sources_of_calendar ON sources (partner_id, calendar_id, created_at, id);
CREATE INDEX sources_due ON sources (next_at);

-- The outbox: notices written with the state that they tell of, and gone once they are given.
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  source_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  body TEXT NOT NULL,
  tries INTEGER NOT NULL,
  next_at TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX notices_due ON notices (next_at);
