-- Conversations that we keep for members to read, since no carrier does: those of the app. The row is the lock under which messages get
-- their places, so a place is visible only after all smaller ones.
create table hosted_conversations (
  institution_id int not null,
  conversation_id uuid not null,
  last_place bigint not null default 0,
  -- How far the member has read, on any device.
  read_place bigint not null default 0,
  primary key (institution_id, conversation_id),
  check (read_place between 0 and last_place)
) with (fillfactor = 50);

-- The place of each message there. Its text is that of the message: here is none.
create table hosted_messages (
  institution_id int not null,
  conversation_id uuid not null,
  place bigint not null check (place > 0),
  -- Of one that came in: the id that the member's device gave it. Null: it went out.
  external_id text,
  -- Of one that went out.
  outbound_id uuid,
  placed_at timestamptz not null,
  primary key (institution_id, conversation_id, place),
  check ((external_id is null) <> (outbound_id is null))
);
create unique index hosted_messages_in on hosted_messages (institution_id, conversation_id, external_id) where external_id is not null;
-- A message that is sent again after an unknown outcome has its place already.
create unique index hosted_messages_out on hosted_messages (institution_id, outbound_id) where outbound_id is not null;
