-- How often the carrier said that it does not have a message whose sending ended in the dark.
alter table outbound add column missed smallint not null default 0;

-- Receipts that came before the message's own sending was recorded: applied when it is.
create table early_receipts (
  institution_id int not null,
  channel text not null,
  carrier_id text not null,
  status text not null check (status in ('sent', 'delivered', 'failed')),
  error_code text,
  heard_at timestamptz not null,
  primary key (institution_id, channel, carrier_id, status)
);
