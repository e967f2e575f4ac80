-- Searches and sums are by effective day, and a year of one account is a few leaves of this index. It has all that a sum reads, so
-- that a sum need not visit the entries, which lie scattered among those of all other accounts. Descriptions have 500 characters at
-- most, so a row of the index always fits.
create index entries_days on entries (institution_id, account_id, effective_on, sequence)
  include (amount, kind, counter_account_id, check_number, description);
