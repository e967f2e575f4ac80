-- Texts that were not understood, or whose answer was not what the member meant: counted by day for staff, who add words. No row
-- says who wrote it, and digits are masked. Deleted after the days that the institution sets.
create table texts_not_understood (
  institution_id int not null,
  -- In the institution's zone.
  day date not null,
  what text not null check (what in ('unknown', 'not_meant')),
  text text not null,
  -- The language of its words, if one is clear.
  language text check (language in ('en', 'fr', 'es')),
  -- The command that it is nearest to; for `not_meant` the one that answered.
  nearest text,
  times int not null check (times > 0),
  primary key (institution_id, day, what, text)
);
