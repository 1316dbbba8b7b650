-- How many seconds after its time it may still ring: more where it is about another day.
ALTER TABLE push_due ADD COLUMN grace INTEGER NOT NULL DEFAULT 1800;
