-- What was said of an event by hand, the further ids by which files know it, and the season it was
-- archived with. And each season's archive: files that never change.
ALTER TABLE event_versions ADD COLUMN locked TEXT NOT NULL DEFAULT '[]';
ALTER TABLE event_versions ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
ALTER TABLE event_versions ADD COLUMN season TEXT;
ALTER TABLE event_versions ADD COLUMN filed TEXT;

CREATE TABLE seasons (
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  name TEXT NOT NULL,
  before TEXT NOT NULL,
  revision INTEGER NOT NULL,
  events INTEGER NOT NULL,
  files TEXT NOT NULL,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (calendar_id, name)
) STRICT, WITHOUT ROWID;
