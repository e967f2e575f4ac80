-- The time zone in which a member reads times (IANA); null: the institution's. Days, terms and the books stay in the institution's.
alter table members add column zone text;
