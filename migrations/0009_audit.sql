-- What a revision changed, and a partner's history over all its calendars.
CREATE INDEX event_versions_made ON event_versions (calendar_id, revision, uid);
CREATE INDEX event_versions_replaced ON event_versions (calendar_id, replaced_at, uid)
  WHERE replaced_at IS NOT NULL;
CREATE INDEX revisions_of_partner ON revisions (partner_id, published_at);
