-- The letters of a dispute, as they were written. The member reads them in online banking.
create table case_letters (
  institution_id int not null,
  id uuid not null,
  case_reference text not null,
  member_id uuid not null,
  kind text not null check (kind in ('received', 'credited', 'no_error', 'corrected', 'credit_withdrawn')),
  language text not null,
  -- Which wording it has.
  version smallint not null,
  subject text not null,
  paragraphs text[] not null,
  written_at timestamptz not null,
  written_by text not null,
  -- When its member first read it.
  read_at timestamptz,
  primary key (institution_id, id)
);

create index case_letters_of_case on case_letters (institution_id, case_reference, written_at);
create index case_letters_of_member on case_letters (institution_id, member_id, written_at);

-- The money that a dispute moved: a provisional credit, what corrects an error, and a credit taken back.
create table case_credits (
  institution_id int not null,
  case_reference text not null,
  kind text not null check (kind in ('provisional', 'correction', 'taken_back')),
  account_id uuid not null,
  transaction_id uuid not null,
  -- Minor units.
  amount bigint not null check (amount > 0),
  currency text not null,
  posted_at timestamptz not null,
  -- Each once for a dispute.
  primary key (institution_id, case_reference, kind)
);
