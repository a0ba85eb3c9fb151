-- Roll calls: who and which cars should be at the store when something happened, and what was found of each (I4, I16).

create table roll_calls (
    id integer primary key autoincrement,
    matter_id integer not null references matters (id),
    round integer not null check (round > 0),
    started_at integer not null,
    started_by text not null check (started_by <> ''),
    ended_at integer check (ended_at >= started_at),
    ended_by text not null default '',
    unique (matter_id, round)
) strict;
create unique index one_roll_call on roll_calls (matter_id) where ended_at is null;

-- A customer and a car go by the number of the visit alone; a visitor may have no name.
create table roll_names (
    id integer primary key autoincrement,
    roll_call_id integer not null references roll_calls (id),
    subject text not null check (subject in ('person', 'customer', 'car', 'visitor')),
    visit_id integer references visits (id),
    name text not null default '',
    place text not null default '',
    check ((subject in ('customer', 'car')) = (visit_id is not null)),
    check (subject <> 'person' or name <> ''),
    check (visit_id is null or name = '')
) strict;
create index roll_names_by_call on roll_names (roll_call_id, id);
create index roll_names_by_visit on roll_names (visit_id) where visit_id is not null;
create unique index roll_name_once on roll_names (roll_call_id, subject, visit_id) where visit_id is not null;
create unique index roll_person_once on roll_names (roll_call_id, name) where subject = 'person';

-- What was found of a name; the last mark holds, the others stay.
create table roll_marks (
    id integer primary key autoincrement,
    name_id integer not null references roll_names (id),
    mark text not null check (mark in ('present', 'left', 'missing', 'hurt', 'moved_out', 'stays')),
    words text not null default '',
    at integer not null,
    who text not null check (who <> '')
) strict;
create index roll_marks_by_name on roll_marks (name_id, id);
