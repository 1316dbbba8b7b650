-- A change that waits to be told was chosen by choices that may be others by now: it is held ('held' in
-- push_due.state) until it is looked at once more.
CREATE TRIGGER push_due_choices AFTER UPDATE OF revision ON subscriptions
WHEN NEW.revision <> OLD.revision
BEGIN
  UPDATE push_due SET state = 'held'
  WHERE subscription_id = NEW.id AND state = 'open' AND kind = 'change';
END;
