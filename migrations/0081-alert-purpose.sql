-- Alerts are a purpose of their own: they leave after everything else.
alter table outbound drop constraint outbound_purpose;
alter table outbound add constraint outbound_purpose check (purpose in
  ('stop_confirmation', 'enrolment_word', 'reply', 'stranger', 'suspended', 'public_warning', 'notice', 'unreadable', 'welcome',
    'alert'));
