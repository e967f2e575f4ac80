-- X's number of our keys for which a conversation's key was made. Only one made for the keys in use encrypts. Null: from before; when it
-- was learned tells.
alter table x_chat_keys add column own_version text;

-- What reads an event isn't at X yet: the sender's public keys, or the change of the conversation's key. Since when.
alter table x_chat_events add column missing_since timestamptz;
