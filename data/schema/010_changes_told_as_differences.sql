-- What an event tells of a row is since then what changed of it: an older version would not understand it.

-- Who did what last is looked for backward from the end, and only as far as it can be undone.
drop index events_by_station;
drop index events_by_plate;
create index events_by_plate on events (plate);
