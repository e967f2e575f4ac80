-- Transfers that wait until their member approves them with a passkey. Nothing is held meanwhile. The row is kept after its end:
-- it is the evidence of who approved which transfer.
create table approvals (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  -- The address that asked, its conversation and its message. The end is told there.
  address_id uuid not null,
  conversation_id uuid not null,
  channel text not null check (channel in ('x', 'sms', 'app')),
  inbound_key text not null,
  language text not null,
  -- Minor units.
  amount bigint not null check (amount > 0),
  currency text not null,
  from_share_id uuid not null,
  to_share_id uuid not null,
  -- The suffixes when it was asked. A change of either voids it.
  from_suffix text not null,
  to_suffix text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'ordered', 'posted', 'declined', 'withdrawn', 'expired', 'refused')),
  -- Why it was refused.
  reason text,
  ended_at timestamptz,
  passkey_id uuid,
  -- What the passkey signed, as JSON: the nonce, the client data, the authenticator data, the signature and the public key.
  proof text,
  primary key (institution_id, id),
  check ((state = 'waiting') = (ended_at is null))
);

create index approvals_of_member on approvals (institution_id, member_id, asked_at);
create index approvals_waiting on approvals (institution_id, expires_at) where state = 'waiting';

-- The step between the challenge of an approval and its signature.
alter table sign_in_steps drop constraint sign_in_steps_kind_check;
alter table sign_in_steps add constraint sign_in_steps_kind_check check (kind in ('passkey_sign_in', 'passkey_addition',
  'passkey_verification', 'second_factor', 'activation', 'totp', 'approval'));
