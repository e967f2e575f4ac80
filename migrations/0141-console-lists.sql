-- What the console's lists read, among 100,000 members and a million messages.
create index tasks_open on tasks (institution_id, urgent desc, due_on, created_at) where state = 'open';
create index tasks_closed on tasks (institution_id, done_at desc, reference) where state = 'done';
create index cases_closed on cases (institution_id, closed_at desc, reference) where state = 'closed';
-- Acts that wait, or that one person did alone and nobody has looked at. Both are few.
create index staff_approvals_alone on staff_approvals (institution_id, asked_at) where state = 'alone' and seen_at is null;
-- The people who worked in the inbox: each found by the one before.
create index handover_events_people on handover_events (institution_id, lower(who_name), who, who_name) where who is not null;
-- What became of a notice's recipients without a message, counted without reading the rows.
create index notice_recipients_without on notice_recipients (institution_id, notice_id, channel, left_out) where outbound_id is null;
