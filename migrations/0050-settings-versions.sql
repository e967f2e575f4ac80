-- Each version of an institution's settings, with who made it: what was decided earlier can be looked at as it was decided. Append-only.
create table settings_versions (
  institution_id int not null,
  -- 1, 2, 3… for each institution.
  version int not null check (version > 0),
  name text not null,
  zone text not null,
  settings jsonb not null,
  who text not null,
  at timestamptz not null,
  primary key (institution_id, version)
);

-- The version that stands.
alter table institutions add column settings_version int not null default 1 check (settings_version > 0);

-- Who set what stands today is in the audit log.
insert into settings_versions (institution_id, version, name, zone, settings, who, at)
  select id, 1, name, zone, settings, 'before versions were kept', now() from institutions;
