-- When a process last looked after this account: what X delivered since is asked for again by the next that starts.
alter table x_accounts add column alive_at timestamptz;
-- When its messages were last read by polling: X allows few calls, and all processes share them.
alter table x_accounts add column polled_at timestamptz;
