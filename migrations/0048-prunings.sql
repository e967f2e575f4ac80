-- Messages that were deleted once their time was over. Each row is in the record (a leaf of its batch), so `verify` accepts that these
-- messages are gone, and no others. Their own leaves stay in the chain.
create table prunings (
  institution_id int not null,
  -- Messages of the chain's rows up to this number were deleted, from where the pruning before ended.
  through bigint not null check (through > 0),
  batch_id uuid not null,
  -- How many messages of batches that have a leaf for each.
  messages bigint not null check (messages >= 0),
  pruned_at timestamptz not null,
  primary key (institution_id, through)
);

create index prunings_batch on prunings (institution_id, batch_id);
