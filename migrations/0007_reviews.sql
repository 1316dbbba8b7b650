-- What a person answered about a file in review, and the column matching that a calendar remembers.
ALTER TABLE uploads ADD COLUMN answers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE calendars ADD COLUMN matching TEXT NOT NULL DEFAULT '{}';
ALTER TABLE uploads ADD COLUMN layout TEXT;
