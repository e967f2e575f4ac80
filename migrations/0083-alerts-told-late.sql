-- A low balance that has recovered by the time its member is told is no news.
alter table alert_events drop constraint alert_events_outcome_check;
alter table alert_events add constraint alert_events_outcome_check check (outcome in
  ('sent', 'removed', 'not_pay', 'recovered', 'unreachable', 'locked', 'late'));

-- Payments that are due are looked for on their own.
create index alert_rules_due on alert_rules (institution_id, id) where kind = 'due';

-- The events of a message that quiet hours held back.
create index alert_events_message on alert_events (institution_id, outbound_id) where outbound_id is not null;
