-- Chats that are listed as changed and not read yet. A chat that can't be read now waits here alone: the list goes on.
create table x_chat_unread (
  institution_id int not null,
  -- The keyed hash of the other user's X user id.
  lookup bytea not null,
  -- Their X user id, encrypted.
  sealed bytea not null,
  listed_at timestamptz not null,
  tries int not null default 0,
  next_at timestamptz not null,
  primary key (institution_id, lookup)
);
create index x_chat_unread_due on x_chat_unread (institution_id, next_at);

-- Where reading the list of chats goes on, if a poll did not come to its end: X's token of the next page, and the time to note at the end.
alter table x_accounts add column chat_list_token text;
alter table x_accounts add column chat_list_newest timestamptz;
