-- The audience that an event was for when it was reported; null: everybody's. What such a report says
-- is told to members alone, whatever becomes of the event.
ALTER TABLE reports ADD COLUMN audience TEXT;
-- Reminders of tickets: which open between two moments, whenever their events take place.
CREATE INDEX event_versions_openings
  ON all_event_versions (calendar_id, json_extract(facts, '$.ticketOpensAt'))
  WHERE replaced_at IS NULL AND removed = 0 AND json_extract(facts, '$.ticketOpensAt') IS NOT NULL;
