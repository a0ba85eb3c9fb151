-- The day in figures. As `case_terms`, it is no record of its own: it is reckoned from the rows it follows from.

-- How often a day of the store's calendar was touched: what was reckoned before the last time is stale.
create table days (
    day text primary key,
    touched integer not null check (touched > 0)
) strict, without rowid;

create table day_figures (
    day text primary key,
    touched integer not null check (touched >= 0),
    policy integer not null,
    holds_until integer,
    counts text not null check (json_valid(counts)),
    arrived blob not null,
    zone_times blob not null,
    waits blob not null
) strict;

-- Who stood in the zone on a day: whoever drove in then or the day before, and the few who stood there for longer.
create index stays_in_zone on stays (started_at) where place = 'lane' or place glob 'bay*';
create index stays_in_zone_for_days on stays (ended_at)
    where ended_at - started_at >= 86400000 and (place = 'lane' or place glob 'bay*');
create index notes_of_closing on notes (at) where step = 'close';
create index tickets_not_used on tickets (no_show_at) where no_show_at is not null;
