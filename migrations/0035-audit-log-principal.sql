-- The audit log says what kind of principal acted, and how and when they proved who they are.
alter table acts add column principal text;
-- Null in what was recorded before this column.
alter table acts add column proven_by text;
alter table acts add column proven_at timestamptz;
update acts set principal = case
    when who like 'member %' and why = 'in the online bank' then 'member' else 'staff' end;
alter table acts alter column principal set not null;
alter table acts add constraint acts_principal_check check (principal in ('member', 'staff', 'program', 'device'));
alter table acts add constraint acts_proof_check check ((proven_by is null) = (proven_at is null));
