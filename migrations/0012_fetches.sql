-- The fetch ledger: which kind of client fetched a feed last, and which revision it was given.
-- No address and no User-Agent is here, and nothing made of them outlives the day.

-- Calendars' own feeds, which anybody may fetch.
CREATE TABLE feed_fetches (
  partner_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  family TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  fetches INTEGER NOT NULL,
  PRIMARY KEY (partner_id, calendar_id, family)
) STRICT, WITHOUT ROWID;

-- Personal feeds: one row for each calendar in one.
CREATE TABLE personal_fetches (
  partner_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  subscription_id INTEGER NOT NULL,
  family TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  subscription_revision INTEGER NOT NULL,
  fetches INTEGER NOT NULL,
  PRIMARY KEY (partner_id, calendar_id, subscription_id, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_fetches_of_subscription ON personal_fetches (subscription_id, family);
CREATE INDEX personal_fetches_by_time ON personal_fetches (fetched_at);

-- Callers of calendars' own feeds in the day under way, told apart by a hash whose salt is not
-- here. Empty of a day as soon as it is over.
CREATE TABLE visitors (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  day TEXT NOT NULL,
  -- How long one salt was in use: a day at most.
  period TEXT NOT NULL,
  hash TEXT NOT NULL,
  family TEXT NOT NULL,
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  revision INTEGER NOT NULL,
  UNIQUE (calendar_id, period, hash)
) STRICT;
CREATE INDEX visitors_by_day ON visitors (day);

-- What is left of a day: how many callers ended it with which revision.
CREATE TABLE feed_days (
  partner_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  day TEXT NOT NULL,
  period TEXT NOT NULL,
  family TEXT NOT NULL,
  revision INTEGER NOT NULL,
  visitors INTEGER NOT NULL,
  -- Those of them who came again an hour later or more.
  returned INTEGER NOT NULL,
  PRIMARY KEY (partner_id, calendar_id, day, period, family, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX feed_days_by_day ON feed_days (day);

-- Times between two fetches of one client, by family: a histogram for each month.
CREATE TABLE client_intervals (
  month TEXT NOT NULL,
  family TEXT NOT NULL,
  -- 1: measured at personal feeds, where clients are known apart.
  personal INTEGER NOT NULL,
  at_least_seconds INTEGER NOT NULL,
  intervals INTEGER NOT NULL,
  PRIMARY KEY (month, family, personal, at_least_seconds)
) STRICT, WITHOUT ROWID;

-- Flushes that were written, so that one whose answer was lost is not written twice.
CREATE TABLE flushes (
  id TEXT PRIMARY KEY,
  written_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
