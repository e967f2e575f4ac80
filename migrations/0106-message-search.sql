-- What makes messages searchable, written a moment after them by a job, in the order of the record: an index on the messages
-- themselves would cost each of them (docs/decisions/2026-11-30-search-over-messages.md).
create table message_words (
  institution_id int not null,
  -- in or out; with the channel and the message's id there, or our own id.
  direction text not null,
  channel text not null,
  ref text not null,
  at timestamptz not null,
  member_id uuid,
  -- What came of one that came in; why one was sent.
  outcome text not null,
  -- Its words in small letters, without accents.
  words tsvector not null,
  primary key (institution_id, direction, channel, ref)
);

create index message_words_by_time on message_words (institution_id, at desc, ref desc);
create index message_words_of_member on message_words (institution_id, member_id, at desc, ref desc) where member_id is not null;
create index message_words_by_outcome on message_words (institution_id, outcome, at desc, ref desc);
create index message_words_words on message_words using gin (words);

-- How far the job has come: the number of the record's row.
create table message_word_marks (
  institution_id int primary key,
  number bigint not null
);

-- Each search over all messages, with who, why, and what was looked for.
create table message_searches (
  institution_id int not null,
  id uuid not null,
  who text not null,
  who_name text not null,
  why text not null,
  criteria jsonb not null,
  at timestamptz not null,
  -- Its results are open to that person until then.
  expires_at timestamptz not null,
  exported_at timestamptz,
  exported_why text,
  primary key (institution_id, id),
  check ((exported_at is null) = (exported_why is null))
);

create index message_searches_of on message_searches (institution_id, who, at desc);
