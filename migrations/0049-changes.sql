-- Changes of the rows that decide money, identity, consent or evidence, in the order of the chain. Played in this order they give the
-- rows as they are, which `verify` compares. Append-only.
create table changes (
  institution_id int not null,
  -- The chain's row whose leaves cover it.
  chain_number bigint not null,
  -- 1, 2, 3… in that row.
  position int not null,
  table_name text not null,
  -- The primary key without the institution, joined by `/`.
  row_key text not null,
  -- `found`: it was there when the record of its table began. `saved`: inserted or, where it was there, updated.
  kind text not null check (kind in ('inserted', 'found', 'updated', 'saved', 'deleted')),
  -- By column, its text. Bytes are here as their SHA-256: no secret is kept for longer than in its own table.
  content jsonb not null,
  -- Of `saved`: the columns that are set where the row was there.
  sets text[],
  primary key (institution_id, chain_number, position),
  check ((sets is not null) = (kind = 'saved'))
);

-- What happened to a row.
create index changes_of_row on changes (institution_id, table_name, row_key, chain_number, position);

-- From when on each institution's tables are in the record. What was there before is found in pages, each of them a batch.
create table recorded_tables (
  institution_id int not null,
  table_name text not null,
  -- How many rows were found.
  found bigint not null,
  -- The key of the last one, while there are more.
  reached jsonb,
  done_at timestamptz,
  primary key (institution_id, table_name),
  check ((done_at is null) = (reached is not null))
);
