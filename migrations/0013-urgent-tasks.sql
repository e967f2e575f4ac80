-- A task that comes before all others: a payment to stop, a card to block. What is there already was never marked.
alter table tasks add column urgent boolean not null default false;
