-- What is due, found without reading all that waits: a carrier may be away for hours.
create index outbound_due on outbound (institution_id, channel, status)
  where status in ('queued', 'sending', 'errored', 'unknown');
