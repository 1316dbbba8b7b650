-- Happenings of a series that differ from it are part of an event's facts.
UPDATE event_versions SET facts = json_set(facts, '$.overrides', json('[]'))
WHERE json_type(facts, '$.overrides') IS NULL;
