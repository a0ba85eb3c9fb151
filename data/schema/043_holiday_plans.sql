-- The plan of a holiday, what customers are told for it, and where that was posted (S2, S5, S11).

create table holiday_plans (
    id integer primary key references matters (id),
    first text not null,
    last text not null check (last >= first),
    asked_through text not null default ''
) strict;

-- Hours: each day with what is said of it, and what the store's calendar said when it was written.
create table holiday_notices (
    id integer primary key autoincrement,
    plan_id integer not null references holiday_plans (id),
    version integer not null check (version > 0),
    hours text not null check (json_valid(hours)),
    basis text not null check (json_valid(basis)),
    contact text not null default '',
    emergency text not null default '',
    words text not null default '',
    written_at integer not null,
    written_by text not null check (written_by <> ''),
    unique (plan_id, version)
) strict;

create table holiday_posts (
    id integer primary key autoincrement,
    notice_id integer not null references holiday_notices (id),
    channel text not null check (channel in ('text', 'phone', 'website', 'social', 'door')),
    at integer not null,
    who text not null check (who <> ''),
    people integer not null default 0 check (people >= 0),
    words text not null default '',
    unique (notice_id, channel)
) strict;

-- What a run is for has a day of its own, from which terms may count: the day of a holiday begins.
alter table runs add column day_at integer;
