-- When a process began to send, after all that waited was marked to be looked up. Of several that start at once, one marks it.
alter table processes add column begun_at timestamptz;
