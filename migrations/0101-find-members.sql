-- What finds members and their data among 100,000 others. The expressions are those of members/find-members.ts.

-- Each word of a name by its beginning, in any order, without accents. An apostrophe is no end of a word: obrien.
create index members_by_name on members using gin (to_tsvector('simple', regexp_replace(
  regexp_replace(normalize(name, nfkd), '[\u0300-\u036f\u2019\u02bc'']', '', 'g'), '[^[:alnum:]]+', ' ', 'g')));
create index members_by_number on members (institution_id, number text_pattern_ops);
create index addresses_by_handle on addresses (institution_id, lower(handle) text_pattern_ops) where handle is not null;

-- The audit log, the work and the consents of one member.
create index tasks_of_member on tasks (institution_id, member_id, created_at desc) where member_id is not null;
create index cases_of_member on cases (institution_id, member_id, received_at desc);
create index consents_of_conversation on consents (institution_id, conversation_id, at) where conversation_id is not null;
create index holds_of_account on holds (institution_id, account_id, id desc);
