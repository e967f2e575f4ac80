-- The institution's key pair for push services (VAPID, RFC 8292). The private key is encrypted.
create table push_keys (
  institution_id int primary key,
  public_key bytea not null,
  sealed bytea not null,
  made_at timestamptz not null
);

-- A member's devices that get web push. The endpoint and the device's keys are encrypted: who has them can send to the device.
create table push_devices (
  institution_id int not null,
  id uuid not null,
  member_id uuid not null,
  -- The keyed hash of the endpoint.
  lookup bytea not null,
  sealed bytea not null,
  label text not null,
  -- The session that added it last.
  session_id uuid,
  added_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (institution_id, id),
  unique (institution_id, lookup)
);

create index push_devices_of_member on push_devices (institution_id, member_id);
