-- What the nightly job looks for. The messages that still have their prepared form are few.
create index outbound_prepared on outbound (institution_id, queued_at) where length(payload) > 0;
create index sessions_ended on sessions (institution_id, expires_at);
create index staff_sessions_ended on staff_sessions (institution_id, expires_at);
create index enrolments_ended on enrolments (institution_id, (coalesce(ended_at, expires_at)));
