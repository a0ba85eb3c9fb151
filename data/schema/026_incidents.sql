-- Incidents, from the report to the lessons; and what is only a drill.

alter table matters add column drill integer not null default 0 check (drill in (0, 1));
create index matters_of_drills on matters (id) where drill = 1;

create table incidents (
    id integer primary key references matters (id),
    kind text not null check (kind <> ''),
    place text not null check (place <> ''),
    level text not null check (level in ('slight', 'ordinary', 'major')),
    occurred_at integer not null,
    hurt integer check (hurt >= 0),
    facts text not null default '[]' check (json_valid(facts)),
    words text not null default '',
    command text not null default '',
    commanded_at integer,
    contained_at integer,
    contained_by text not null default '',
    ended_at integer,
    ended_by text not null default '',
    cause text not null default '',
    responsible text not null default '',
    loss_cny integer check (loss_cny >= 0),
    investigated_at integer,
    investigated_by text not null default '',
    lessons text not null default '',
    into_plan text not null default '' check (into_plan in ('', 'yes', 'no')),
    into_plan_why text not null default '',
    assessed_at integer,
    assessed_by text not null default '',
    likelihood integer check (likelihood between 1 and 5),
    severity integer check (severity between 1 and 5),
    check ((command = '') = (commanded_at is null)),
    check ((likelihood is null) = (severity is null))
) strict;
create index incidents_by_end on incidents (ended_at);

-- What was done and said about an incident as a whole; what belongs to a step stands with its run. Added to, never changed.
create table incident_entries (
    id integer primary key autoincrement,
    incident_id integer not null references incidents (id),
    at integer not null,
    occurred_at integer not null check (occurred_at <= at),
    station text not null default '',
    who text not null default '',
    entry text not null check (entry <> ''),
    value text not null default '',
    words text not null default ''
) strict;
create index incident_entries_by_incident on incident_entries (incident_id, id);

-- What was to be told in a drill was told to nobody: 'drill'. And an incident calls. Only the checks are wider.
pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, '''due_missed'',', '''due_missed'', ''incident'',')
    where type = 'table' and name = 'escalations';
update sqlite_schema set sql = replace(replace(sql, '''replaced'', ''withdrawn'')),', '''replaced'', ''withdrawn'', ''drill'')),'),
    '''replaced'', ''withdrawn'') or ended_at is not null)', '''replaced'', ''withdrawn'', ''drill'') or ended_at is not null)')
    where type = 'table' and name = 'messages';
pragma writable_schema = reset;
