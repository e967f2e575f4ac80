-- The record: one row for each committed batch of an institution, chained by hash. Whoever alters a row that a batch
-- wrote alters its digest; whoever alters the digest breaks the chain from there on; the newest hash can be kept outside.
create table chain (
  institution_id int not null,
  number bigint not null check (number > 0),
  batch_id uuid not null,
  -- SHA-256 of what the batch wrote in the books and of its messages; null where it wrote none.
  books_digest bytea,
  messages_digest bytea,
  -- How many rows that were, where the writer told.
  books_count int,
  messages_count int,
  previous_hash bytea not null,
  -- SHA-256 of all of the above and below but the seal: anyone can follow the chain.
  hash bytea not null,
  -- Keyed HMAC of the hash: only who has the key can write it. Null where the batch was written without a key.
  seal bytea,
  written_at timestamptz not null,
  primary key (institution_id, number),
  unique (institution_id, batch_id)
);

-- The newest row of each chain: locked last in every batch, by nothing else.
create table chain_heads (
  institution_id int primary key,
  number bigint not null,
  hash bytea not null
) with (fillfactor = 10);
