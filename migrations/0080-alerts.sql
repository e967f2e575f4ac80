-- Alerts: what members asked to hear of, and what happened.

-- A member's rules. One for each kind and account; a changed one keeps its number.
create table alert_rules (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  -- The member's own numbering, for `ALERT OFF 2`. Free again once the rule is gone.
  number smallint not null check (number between 1 and 99),
  kind text not null check (kind in ('low', 'deposit', 'withdrawal', 'pay', 'check', 'hold', 'due', 'weekly')),
  -- Null: all shares that the member sees.
  share_id uuid,
  -- Minor units: fires below it (`low`), or from it on (`deposit`, `withdrawal`).
  amount bigint check (amount > 0),
  -- `due`: so many days before.
  days smallint check (days between 0 and 7),
  -- `weekly`: 1 is Monday, 7 is Sunday.
  weekday smallint check (weekday between 1 and 7),
  -- From when on it counts. What happened before raises no alert.
  set_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, member_id, number),
  unique nulls not distinct (institution_id, member_id, kind, share_id),
  check ((kind in ('low', 'deposit', 'withdrawal')) = (amount is not null)),
  check ((kind = 'due') = (days is not null)),
  check ((kind = 'weekly') = (weekday is not null)),
  check (kind <> 'low' or share_id is not null)
);

-- When a member gets no alerts, in the member's zone: minutes after midnight.
create table alert_quiet (
  institution_id int not null,
  member_id uuid not null,
  from_minute smallint not null check (from_minute between 0 and 1439),
  to_minute smallint not null check (to_minute between 0 and 1439),
  primary key (institution_id, member_id),
  check (from_minute <> to_minute)
);

-- `low` rules that fired: each waits until the balance has recovered, or a day has passed.
create table alert_firings (
  institution_id int not null,
  rule_id uuid not null,
  fired_at timestamptz not null,
  primary key (institution_id, rule_id)
) with (fillfactor = 80);

-- What happened, once for each rule and cause, written in the transaction that posts it.
create table alert_events (
  institution_id int not null,
  rule_id uuid not null,
  -- Names the cause: an entry, a hold, a batch, a day.
  cause text not null,
  member_id uuid not null,
  kind text not null,
  account_id uuid,
  -- Amounts as digits, and an entry's own words.
  facts jsonb not null,
  happened_at timestamptz not null,
  -- Not sent before: others may join it.
  due_at timestamptz not null,
  -- When it was taken for a message, or dropped.
  taken_at timestamptz,
  outcome text check (outcome in ('sent', 'removed', 'not_pay', 'unreachable', 'locked', 'late')),
  outbound_id uuid,
  primary key (institution_id, rule_id, cause),
  check ((taken_at is null) = (outcome is null)),
  check ((outcome is not distinct from 'sent') = (outbound_id is not null))
) with (fillfactor = 80);

create index alert_events_due on alert_events (institution_id, due_at) where taken_at is null;
create index alert_events_waiting on alert_events (institution_id, member_id) where taken_at is null;
create index alert_events_taken on alert_events (institution_id, taken_at) where taken_at is not null;
