-- The place of a message among all of its conversation. Who queues a message holds its conversation's lock, so a later batch gets a
-- later place, whatever the clocks of two processes say.
create sequence outbound_place;
alter table outbound add column place bigint not null default 0;
update outbound o set place = n.place
  from (select institution_id, id, row_number() over (order by id) as place from outbound) n
  where o.institution_id = n.institution_id and o.id = n.id;
select setval('outbound_place', (select count(*) + 1 from outbound));
alter table outbound alter column place set default nextval('outbound_place');

drop index outbound_waiting;
create index outbound_waiting on outbound (institution_id, conversation_id, place)
  where status in ('queued', 'sending', 'errored', 'unknown');

-- Which process claimed a message that is on its way: the claim ends with it.
alter table outbound add column claimed_by uuid;

-- Processes that send, of all institutions: each says every second that it lives, by the database's clock.
create table processes (
  id uuid primary key,
  started_at timestamptz not null,
  beat_at timestamptz not null
) with (fillfactor = 10);
