-- One-time texts of the last 24 hours, counted against the institution's ceiling.
create index enrolments_by_age on enrolments (institution_id, channel, created_at);

-- One-time words of all states: a word is blacked out in the log of messages when it is used or over, too.
create index enrolments_by_issued_word on enrolments (institution_id, word_lookup);
