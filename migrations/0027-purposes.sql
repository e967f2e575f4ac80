-- The purposes of messages, as src/kernel/vocabulary/purpose.ts has them; a test compares the two.
alter table outbound add constraint outbound_purpose check (purpose in
  ('stop_confirmation', 'enrolment_word', 'reply', 'stranger', 'suspended', 'public_warning', 'notice', 'unreadable', 'welcome'));
