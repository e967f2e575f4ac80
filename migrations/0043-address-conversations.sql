-- An address knows its conversation, so that nothing has to join the two by a keyed hash, which differs once a master key was rotated.
-- What was written under different keys can't be joined here: a process that has the keys completes it when it starts.
alter table addresses add column conversation_id uuid;
update addresses a set conversation_id = c.id
  from conversations c
  where c.institution_id = a.institution_id and c.channel = a.channel and c.lookup = a.lookup;
create index addresses_of_conversation on addresses (institution_id, conversation_id);

-- By which blind indexes a conversation is found: one for each master key that was known when it began. Two processes that share a
-- key can't begin two conversations of one address.
create table conversation_indexes (
  institution_id int not null,
  channel text not null,
  blind_index bytea not null,
  conversation_id uuid not null,
  primary key (institution_id, channel, blind_index)
);
insert into conversation_indexes (institution_id, channel, blind_index, conversation_id)
  select institution_id, channel, lookup, id from conversations;
create index conversation_indexes_of on conversation_indexes (institution_id, conversation_id);

-- A second conversation of one address, begun under another key, is merged into the first. It keeps its messages and is found by
-- no address any more.
alter table conversations add column merged_into uuid;
alter table conversations alter column lookup drop not null;
alter table conversations add constraint conversations_merged_lookup check ((lookup is null) = (merged_into is not null));
create index conversations_merged on conversations (institution_id, merged_into) where merged_into is not null;

-- What a process that has the keys still has to complete.
create index addresses_without_conversation on addresses (institution_id, id) where conversation_id is null;
