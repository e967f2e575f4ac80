-- When the member was told on another channel that what they write from this address can't be read (X Chat). Once.
alter table addresses add column unreadable_told_at timestamptz;
