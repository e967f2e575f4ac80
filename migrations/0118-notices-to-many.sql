-- Notices to many members: composed, counted, approved by a second person, sent slowly, and stopped at any time.
alter table outbound drop constraint outbound_purpose;
alter table outbound add constraint outbound_purpose check (purpose in
  ('stop_confirmation', 'enrolment_word', 'reply', 'stranger', 'suspended', 'public_warning', 'notice', 'unreadable', 'welcome',
    'alert', 'staff', 'bulletin'));

create table notices (
  institution_id int not null,
  id uuid not null,
  name text not null,
  state text not null check (state in ('draft', 'sending', 'sent', 'halted', 'discarded')),
  -- By language.
  texts jsonb not null,
  choice jsonb not null,
  -- The most messages that one channel gets in a minute.
  per_minute int not null check (per_minute between 1 and 600),
  -- What was counted when the draft was saved last: both persons see these figures.
  estimate jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- When a second person approved it: the recipients are fixed from then on.
  begun_at timestamptz,
  begun_by text,
  recipients int,
  ended_at timestamptz,
  -- Who stopped it. Null: it ended by itself.
  ended_by text,
  primary key (institution_id, id),
  check ((begun_at is null) = (begun_by is null) and (begun_at is null) = (recipients is null))
);

create index notices_by_time on notices (institution_id, made_at desc, id) where state <> 'discarded';
create index notices_sending on notices (institution_id) where state = 'sending';

-- Each member once, at one address.
create table notice_recipients (
  institution_id int not null,
  notice_id uuid not null,
  member_id uuid not null,
  address_id uuid not null,
  channel text not null check (channel in ('x', 'sms', 'app')),
  language text not null,
  due_at timestamptz not null,
  -- When its message was queued.
  taken_at timestamptz,
  outbound_id uuid,
  left_out text check (left_out in ('opted_out', 'unreachable', 'locked', 'withdrawn')),
  primary key (institution_id, notice_id, member_id),
  check ((taken_at is null) = (outbound_id is null)),
  check (outbound_id is null or left_out is null)
);

create index notice_recipients_waiting on notice_recipients (institution_id, notice_id, channel, due_at)
  where outbound_id is null and left_out is null;
create index notice_recipients_taken on notice_recipients (institution_id, notice_id, taken_at) where outbound_id is not null;
create unique index notice_recipients_outbound on notice_recipients (institution_id, outbound_id) where outbound_id is not null;
