-- Reminder rules of one event, as JSON; null: as the subscription has them, whose own are in `choices`.
ALTER TABLE overlays ADD COLUMN reminders TEXT;
-- How many of a subscription's revisions no feed shows, since reminders alone changed.
ALTER TABLE subscriptions ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0;
