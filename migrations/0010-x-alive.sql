-- When a process last looked after this account, and from when on what X delivered must be asked for again.
alter table x_accounts add column alive_at timestamptz;
alter table x_accounts add column replay_from timestamptz;
-- When its messages were last read by polling: X allows few calls, and all processes share them.
alter table x_accounts add column polled_at timestamptz;
