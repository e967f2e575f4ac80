-- Each institution may have an address of its own for its site and webhooks. A request is for the one whose host it names, so no
-- two have the same.
create unique index institutions_host on institutions ((regexp_replace(settings->>'publicUrl', '^https?://', '')));
