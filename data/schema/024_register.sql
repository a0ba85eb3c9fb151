-- The register: areas, teams, things, outside contacts. What is shipped of areas, teams and emergency numbers is in the
-- program; a row holds what the store added, or said otherwise.

create table areas (
    id integer primary key autoincrement,
    key text not null unique check (key <> ''),
    name text not null,
    position integer not null,
    in_use integer not null check (in_use in (0, 1))
) strict;

create table teams (
    id integer primary key autoincrement,
    key text not null unique check (key <> ''),
    name text not null,
    duty text not null
) strict;

-- Position 1 leads, 2 stands in; 0: not in the team any more.
create table team_members (
    id integer primary key autoincrement,
    team text not null check (team <> ''),
    staff_id integer not null references staff (id),
    position integer not null check (position >= 0),
    unique (team, staff_id)
) strict;

-- What follows from quantity, last day and today is not kept.
create table things (
    id integer primary key autoincrement,
    kind text not null check (kind in ('supply', 'equipment', 'vehicle', 'tool')),
    name text not null check (name <> ''),
    area text not null,
    quantity integer check (quantity >= 0),
    least integer check (least >= 0),
    unit text not null,
    expires_on text check (date(expires_on) is expires_on),
    fault text not null default '',
    fault_from integer references matters (id),
    faulty_at integer,
    faulty_by text not null default '',
    out_for integer references matters (id),
    out_why text not null default '',
    out_at integer,
    out_by text not null default '',
    checked_at integer,
    retired_at integer,
    check ((fault = '') = (faulty_at is null)),
    check (out_at is not null or (out_for is null and out_why = ''))
) strict;
create unique index one_thing_of_a_name on things (name) where retired_at is null;
create index things_out on things (out_for) where out_for is not null;

create table thing_log (
    id integer primary key autoincrement,
    thing_id integer not null references things (id),
    at integer not null,
    who text not null,
    entry text not null check (entry <> ''),
    value text not null default '',
    words text not null default ''
) strict;
create index thing_log_by_thing on thing_log (thing_id, id);

create table contacts (
    id integer primary key autoincrement,
    key text unique check (key <> ''),
    kind text not null check (kind <> ''),
    name text not null,
    phone_id integer references phones (id),
    hours text not null,
    note text not null,
    backup integer not null check (backup in (0, 1)),
    called_at integer,
    called_by text not null default '',
    in_use integer not null check (in_use in (0, 1))
) strict;

-- Five more posts. What is on the disk stays as it is; only the check is wider.
pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, '''general_manager'')', '''general_manager'', ''parts'', ''technician'', ''quality'', ''office'', ''driver'')')
    where type = 'table' and name = 'staff';
pragma writable_schema = reset;
