-- A notice to many waits for a person's decision once the database is another one than it was sent from: a restored backup, or a replica
-- that took over. Messages may have left that this database doesn't know of.
alter table notices drop constraint notices_state_check;
alter table notices add constraint notices_state_check check (state in ('draft', 'sending', 'paused', 'sent', 'halted', 'discarded'));

-- The database that it is sent from. Null: not begun, or begun before this column.
alter table notices add column sent_from text;
