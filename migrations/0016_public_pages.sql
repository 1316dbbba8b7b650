-- Which calendars have events in a region, and which regions there are, without reading the events.
CREATE INDEX event_versions_regions
  ON event_versions (json_extract(facts, '$.location.region'), calendar_id)
  WHERE replaced_at IS NULL AND removed = 0
    AND json_extract(facts, '$.location.region') IS NOT NULL;

-- With the end in it: what is over is passed by along the index, its row unread.
DROP INDEX event_versions_agenda;
CREATE INDEX event_versions_agenda ON event_versions (calendar_id, recurring, starts_at, uid, ends_at)
  WHERE replaced_at IS NULL AND removed = 0;
