-- Web Push: the browsers that a subscription rings, what is to ring in them and when.

-- One browser. Its endpoint is a secret of its owner's: whoever has it and both keys may send to it.
CREATE TABLE push_channels (
  id INTEGER PRIMARY KEY,
  -- As the API calls it.
  name TEXT NOT NULL UNIQUE,
  subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
  endpoint TEXT NOT NULL,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  -- 'ko' or 'en'.
  language TEXT NOT NULL,
  label TEXT,
  created_at TEXT NOT NULL,
  -- One after the other, since the last that arrived.
  failures INTEGER NOT NULL DEFAULT 0,
  last_sent_at TEXT,
  UNIQUE (subscription_id, endpoint)
) STRICT;
CREATE INDEX push_channels_by_endpoint ON push_channels (endpoint);

-- What was planned of a subscription with channels; planned anew while `planned` is below `wanted`.
CREATE TABLE push_plans (
  subscription_id INTEGER PRIMARY KEY REFERENCES subscriptions (id),
  wanted INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  -- The subscription's revision that was planned: of another nothing rings.
  revision INTEGER NOT NULL,
  -- All that rings before this instant is in push_due.
  until TEXT NOT NULL,
  -- When what is planned wrongly may ring first: these are planned anew first.
  soon TEXT NOT NULL
) STRICT;
CREATE INDEX push_plans_wanted ON push_plans (soon) WHERE planned < wanted;
CREATE INDEX push_plans_until ON push_plans (until);

CREATE TRIGGER push_plans_choices AFTER UPDATE OF revision ON subscriptions
WHEN NEW.revision <> OLD.revision
BEGIN
  UPDATE push_plans SET wanted = wanted + 1, soon = '' WHERE subscription_id = NEW.id;
END;

CREATE TABLE push_due (
  id INTEGER PRIMARY KEY,
  channel_id INTEGER NOT NULL REFERENCES push_channels (id),
  subscription_id INTEGER NOT NULL,
  -- 'reminder', 'change' or 'test'.
  kind TEXT NOT NULL,
  -- What it is about: one channel is told of it once.
  key TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Nobody wants to be told any more.
  expires_at TEXT NOT NULL,
  -- Null for a test.
  partner_id INTEGER,
  calendar_id INTEGER,
  uid TEXT,
  -- Of the event as it was planned.
  sequence INTEGER,
  -- The calendar's that a change came with.
  revision INTEGER,
  topic TEXT NOT NULL,
  -- The payload as JSON; empty once it is of no use.
  message TEXT NOT NULL,
  -- 'open', 'sent', 'missed' (too late), 'known' (the calendar program had it) or 'refused'.
  state TEXT NOT NULL,
  -- Of an open one: when it is tried, or how long it is held by whoever claimed it.
  next_at TEXT NOT NULL,
  claim TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  UNIQUE (channel_id, key)
) STRICT;
CREATE INDEX push_due_by_state ON push_due (state, at);
CREATE INDEX push_due_by_subscription ON push_due (subscription_id, state, at);
CREATE INDEX push_due_by_claim ON push_due (claim) WHERE claim IS NOT NULL;

-- Calendars that subscriptions with channels follow: up to which revision changes were told.
CREATE TABLE push_news (
  calendar_id INTEGER PRIMARY KEY REFERENCES calendars (id),
  partner_id INTEGER NOT NULL,
  told INTEGER NOT NULL,
  -- What is being told now, and to which subscription it has come; null: nothing.
  target INTEGER,
  reached INTEGER NOT NULL DEFAULT 0
) STRICT;
