-- Personal feeds: one person's choice of calendars, filters, and what is laid over single events.
-- Nothing here says whose it is: the token alone does, and only its SHA-256 is kept.

CREATE TABLE subscriptions (
  id INTEGER PRIMARY KEY,
  -- Names the feed's own explaining event, whatever the token is by now.
  uid TEXT NOT NULL UNIQUE,
  token_sha256 TEXT NOT NULL UNIQUE,
  -- 'ko' or 'en': of every line that Kalends itself adds.
  language TEXT NOT NULL,
  choices TEXT NOT NULL,
  -- Rises by one with every change of choices or overlay.
  revision INTEGER NOT NULL,
  -- Rises when what every event looks like changes; a part of each SEQUENCE.
  look INTEGER NOT NULL,
  looked_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Rotated or erased: then there are no choices, no calendars and no overlays.
  ended_at TEXT
) STRICT;

CREATE TABLE subscription_calendars (
  subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
  partner_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL REFERENCES calendars (id),
  -- The address it was chosen by, which leads home for ever: links in events do not change with it.
  address TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (subscription_id, calendar_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subscription_calendars_by_calendar ON subscription_calendars (calendar_id);

-- One row for each event that was ever touched: taken back it is empty, and its sequence stays.
CREATE TABLE overlays (
  subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
  uid TEXT NOT NULL,
  hidden INTEGER NOT NULL,
  memo TEXT,
  -- Minutes before the start; null: as the subscription has it.
  alarms TEXT,
  -- Days on which a series is hidden.
  skipped TEXT NOT NULL,
  -- The subscription's revision that changed it last.
  revision INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (subscription_id, uid)
) STRICT, WITHOUT ROWID;
