-- The audience that an event was for when it was reported; null: everybody's. What such a report says
-- is told to members alone, whatever becomes of the event.
ALTER TABLE reports ADD COLUMN audience TEXT;
