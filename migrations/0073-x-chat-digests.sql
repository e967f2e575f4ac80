-- The hash of all that was signed of a message or a key change, and of its signature. What comes again with the same hash, such as by
-- polling or as the echo of our own message, has been verified already. Null: from before.
alter table x_chat_messages add column digest bytea;
alter table x_chat_keys add column digest bytea;
