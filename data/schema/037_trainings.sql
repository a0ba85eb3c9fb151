-- Trainings with who attended them and how they did; certificates with their last day (S12).

create table trainings (
    id integer primary key autoincrement,
    topic text not null check (topic <> ''),
    held_at integer not null,
    trainer text not null,
    plan_version text not null default '',
    words text not null default ''
) strict;

create table attended (
    id integer primary key autoincrement,
    training_id integer not null references trainings (id),
    staff_id integer not null references staff (id),
    result text not null check (result in ('passed', 'failed')),
    score integer check (score between 0 and 100),
    unique (training_id, staff_id)
) strict;
create index attended_by_staff on attended (staff_id);

create table certificates (
    id integer primary key autoincrement,
    staff_id integer not null references staff (id),
    kind text not null check (kind <> ''),
    ends_on text not null check (date(ends_on) is ends_on),
    is_kept integer not null default 1 check (is_kept in (0, 1)),
    unique (staff_id, kind)
) strict;
