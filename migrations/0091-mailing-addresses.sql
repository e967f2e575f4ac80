-- Where a member's mail goes, one line under the other, as statements show it.
alter table members add column mailing_address text check (mailing_address <> '');
