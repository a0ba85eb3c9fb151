-- What is decided because of the weather, and whom it touches: each is told, moved, or made up for.

create table weather_decisions (
    id integer primary key references matters (id),
    choice text not null check (choice in ('stop', 'change')),
    services text not null check (json_valid(services)),
    scope text not null default '',
    starts_at integer not null,
    ends_at integer check (ends_at > starts_at),
    place text not null default '',
    why text not null default '',
    state text not null check (state in ('asked', 'in_force', 'resuming', 'over', 'rejected')),
    resumes_at integer,
    made_at integer not null,
    made_by text not null check (made_by <> ''),
    in_force_at integer,
    over_at integer check (over_at >= in_force_at),
    check ((state in ('asked', 'rejected')) = (in_force_at is null)),
    check ((state = 'over') = (over_at is not null)),
    check (state <> 'resuming' or resumes_at is not null)
) strict;
create index weather_decisions_open on weather_decisions (state) where state in ('asked', 'in_force', 'resuming');

-- `ref`: the number of the appointment, of the repair, or of the run.
create table weather_rows (
    id integer primary key autoincrement,
    decision_id integer not null references weather_decisions (id),
    kind text not null check (kind in ('appointment', 'repair', 'run')),
    ref integer not null,
    at integer not null,
    message_id integer references messages (id),
    state text not null check (state in ('open', 'later', 'kept', 'moved', 'served', 'declined')),
    becomes integer,
    ended_at integer,
    ended_by text not null default '',
    check ((state in ('open', 'later')) = (ended_at is null)),
    check (becomes is null or state = 'moved')
) strict;
create unique index one_open_weather_row on weather_rows (decision_id, kind, ref) where ended_at is null;
create index weather_rows_by_ref on weather_rows (kind, ref) where ended_at is null;
