-- Drills: planned with what is to be shown, held as an incident that is none, scored by somebody who takes no part (S4).

create table drills (
    id integer primary key references matters (id),
    kind text not null check (kind <> ''),
    place text not null check (place <> ''),
    planned_at integer not null,
    observer text not null check (observer <> ''),
    people text not null default '[]' check (json_valid(people)),
    incident_id integer unique references matters (id),
    started_at integer,
    scored_at integer check (scored_at >= started_at),
    scored_by text not null default '',
    check ((incident_id is null) = (started_at is null))
) strict;

create table drill_objectives (
    id integer primary key autoincrement,
    drill_id integer not null references drills (id),
    position integer not null,
    text text not null check (text <> ''),
    reached text check (reached in ('reached', 'gaps', 'not_reached')),
    words text not null default '',
    measure_id integer references matters (id),
    unique (drill_id, position)
) strict;
