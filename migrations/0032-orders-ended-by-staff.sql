-- Staff may end an order as posted too, with the core's reference, and not only as abandoned: who did, and by what proof.
alter table core_orders rename column abandoned_by to ended_by;
alter table core_orders add check (ended_by is null or (state in ('posted', 'abandoned') and proof is not null));
