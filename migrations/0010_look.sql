-- What a partner looks like: a colour (#RRGGBB), and the logo's file, <sha256>.png or .jpg.
ALTER TABLE partners ADD COLUMN color TEXT;
ALTER TABLE partners ADD COLUMN logo TEXT;
CREATE INDEX partners_by_logo ON partners (logo) WHERE logo IS NOT NULL;

-- Since when a source fails, in a row.
ALTER TABLE sources ADD COLUMN failing_since TEXT;
