-- Since then an event's hash covers its header and a hash of its body; events from before keep their rule, which is 1.
alter table events add column rule integer not null default 1;
-- The hash of the body as it was written, where the body is another one since.
alter table events add column body_hash text;
