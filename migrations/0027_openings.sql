-- Reminders of tickets: which open between two moments, whenever their events take place.
CREATE INDEX event_versions_openings
  ON all_event_versions (calendar_id, json_extract(facts, '$.ticketOpensAt'))
  WHERE replaced_at IS NULL AND removed = 0 AND json_extract(facts, '$.ticketOpensAt') IS NOT NULL;
