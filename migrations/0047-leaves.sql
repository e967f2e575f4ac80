-- The chain's second format: a leaf (SHA-256) for each row that a batch wrote, and the root of their Merkle tree (RFC 9162).
-- Rows of the first format keep their digests and stay as they are.
alter table chain
  add column format smallint not null default 1,
  -- How many rows of other tables the batch changed; the counts of books and messages stand beside it.
  add column changes_count int,
  -- 32 bytes for each row, in the order in which the batch wrote them: books, messages, changes. They stay when a row is pruned.
  add column leaves bytea,
  add column root bytea,
  -- The versions of what the batch was decided and written with, among them the format of the leaves of each part.
  add column versions jsonb;

-- Every writer names the format of its row.
alter table chain alter column format drop default;
-- Hashes can't be compressed.
alter table chain alter column leaves set storage external;

-- The batch that took messages into the record which versions before queued outside of any: one for each institution older than this.
create unique index chain_older on chain (institution_id) where versions ? 'older';
