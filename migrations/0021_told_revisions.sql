-- The latest revision of which everybody was told: what is published for an audience alone moves
-- `revision`, and nothing that the public sees.
ALTER TABLE calendars ADD COLUMN told_revision INTEGER NOT NULL DEFAULT 0;
UPDATE calendars SET told_revision = revision;
