-- Conversations that people of the staff take over. The conversation's own row says so too: a message that comes in locks that row
-- anyway, and needs no second look.
alter table conversations add column handover text check (handover in ('waiting', 'held', 'closed'));

-- What a person of the staff writes to a member.
alter table outbound drop constraint outbound_purpose;
alter table outbound add constraint outbound_purpose check (purpose in
  ('stop_confirmation', 'enrolment_word', 'reply', 'stranger', 'suspended', 'public_warning', 'notice', 'unreadable', 'welcome',
    'alert', 'staff'));

create table handovers (
  institution_id int not null,
  conversation_id uuid not null,
  member_id uuid not null,
  address_id uuid not null,
  state text not null check (state in ('waiting', 'held', 'closed')),
  -- When this round began: somebody asked, or a person of the staff took over unasked.
  begun_at timestamptz not null,
  -- Since when the member waits for a person's word. Null: no person owes one.
  waiting_since timestamptz,
  -- The member's last text to a person, redacted, for lists.
  said text not null,
  -- An hour matters: a payment to stop, a card to block.
  urgent boolean not null default false,
  -- Who holds it: a person's identity, or a name on the command line.
  holder text,
  holder_name text,
  held_at timestamptz,
  -- The last word between the member and a person. Idle time counts from here.
  spoke_at timestamptz not null,
  closed_at timestamptz,
  primary key (institution_id, conversation_id),
  check ((state = 'held') = (holder is not null)),
  check ((holder is null) = (holder_name is null) and (holder is null) = (held_at is null)),
  check ((state = 'closed') = (closed_at is not null))
);

create index handovers_waiting on handovers (institution_id, urgent desc, waiting_since) where state = 'waiting';
create index handovers_held on handovers (institution_id, holder, spoke_at) where state = 'held';
create index handovers_by_time on handovers (institution_id, spoke_at desc, conversation_id);
create index handovers_of_member on handovers (institution_id, member_id);

-- What happened to it, in order. Append-only: notes among themselves, and who wrote which message, are here.
create table handover_events (
  institution_id int not null,
  id uuid not null,
  conversation_id uuid not null,
  kind text not null check (kind in ('asked', 'reopened', 'claimed', 'handed_over', 'released', 'replied', 'noted', 'closed', 'left_idle',
    'left_at_closing')),
  at timestamptz not null,
  -- Null: the member or a job.
  who text,
  who_name text,
  -- To whom it was handed over.
  to_name text,
  note text,
  -- The message that a person wrote, or that a job sent at its end.
  outbound_id uuid,
  primary key (institution_id, id),
  check ((who is null) = (who_name is null))
);

create index handover_events_of on handover_events (institution_id, conversation_id, at);
create index handover_events_reply on handover_events (institution_id, outbound_id) where outbound_id is not null;

-- Who wants to follow a conversation without holding it.
create table handover_watchers (
  institution_id int not null,
  conversation_id uuid not null,
  who text not null,
  primary key (institution_id, conversation_id, who)
);

create index handover_watchers_of on handover_watchers (institution_id, who);

-- Texts that people of the staff start a reply from.
create table saved_replies (
  institution_id int not null,
  id uuid not null,
  -- Whose own it is. Null: everybody's.
  owner text,
  name text not null,
  -- By language.
  texts jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  removed_at timestamptz,
  primary key (institution_id, id)
);

create index saved_replies_in_use on saved_replies (institution_id, name) where removed_at is null;
