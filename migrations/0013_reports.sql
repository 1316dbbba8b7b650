-- What the public says is wrong or missing. Nothing of it names a person, and of the receipt's token
-- only a hash is kept. Reports that say the same are one entry: the others are merged into it.
CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  receipt_sha256 TEXT NOT NULL UNIQUE,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  uid TEXT,
  revision_seen INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('time', 'cancelled', 'missing', 'other')),
  suggestion TEXT NOT NULL,
  note TEXT,
  source_url TEXT,
  same_as TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'rejected', 'merged')),
  merged_into TEXT REFERENCES reports (id),
  reason TEXT,
  decided_by TEXT,
  decided_at TEXT,
  published_revision INTEGER,
  created_at TEXT NOT NULL,
  CHECK ((status = 'merged') = (merged_into IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_of_partner ON reports (partner_id, status, created_at, id);
CREATE INDEX reports_of_calendar ON reports (calendar_id, created_at);
CREATE INDEX reports_said_before ON reports (calendar_id, same_as);
CREATE INDEX reports_merged ON reports (merged_into) WHERE merged_into IS NOT NULL;
