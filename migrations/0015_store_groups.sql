-- Stores in groups, by calendar. A group's name is a tag of its events.
CREATE TABLE store_groups (
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  name TEXT NOT NULL,
  -- [{"name", "address", "region"}]
  stores TEXT NOT NULL,
  PRIMARY KEY (calendar_id, name)
) STRICT;
