-- The lock on an address that nobody used for a long time is named `inactivity`, as its setting and its notice are.
update addresses set money_locked_reason = 'inactivity' where money_locked_reason = 'silence';
