-- An internal account that many batches post on may have several buckets: accounts of their own with the same kind and currency, summed
-- where they are read. Bucket 0 is the account that orders name.
alter table accounts add column bucket int not null default 0 check (bucket >= 0);
alter table accounts add constraint accounts_bucket_internal check (bucket = 0 or internal);
drop index accounts_internal;
create unique index accounts_internal on accounts (institution_id, kind, currency, bucket) where internal;
-- Looked at before each posting of the house's own: empty where no account has a second bucket.
create index accounts_buckets on accounts (institution_id) where bucket > 0;
