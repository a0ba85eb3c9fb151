-- Who works when: shifts, what each day needs, who is away, and the roster itself (S2, S8).

create table shifts (
    id integer primary key autoincrement,
    key text not null unique check (key <> ''),
    name text not null default '',
    begins integer not null check (begins >= 0 and begins < 1440),
    ends integer not null check (ends > begins and ends <= begins + 1440),
    retired integer not null default 0 check (retired in (0, 1))
) strict;

-- Days as 2026-02-17. A wish is no absence: it is met where that costs nobody a shift too many.
create table absences (
    id integer primary key autoincrement,
    person text not null check (person <> ''),
    first text not null,
    last text not null check (last >= first),
    why text not null check (why <> ''),
    wish integer not null default 0 check (wish in (0, 1)),
    at integer not null,
    who text not null,
    ended_at integer check (ended_at >= at)
) strict;
create index absences_by_last on absences (last) where ended_at is null;

-- A version of the roster is a matter.
create table rosters (
    id integer primary key references matters (id),
    first text not null,
    last text not null check (last >= first),
    state text not null check (state in ('draft', 'submitted', 'published', 'over'))
) strict;
create index rosters_by_last on rosters (last);

create table needs (
    id integer primary key autoincrement,
    roster_id integer not null references rosters (id),
    day text not null,
    shift_id integer not null references shifts (id),
    post text not null check (post <> ''),
    least integer not null check (least >= 0),
    basis text not null check (basis in ('hand', 'holiday', 'class', 'always')),
    why text not null default '',
    peak real not null default 0,
    minutes real not null default 0,
    certificate text not null default '',
    unique (roster_id, day, shift_id, post)
) strict;

-- One person's shift on one day; without a shift: free, in a draft. What was published is never taken away:
-- a swap, a sick call, a take-over ends a turn and adds another.
create table turns (
    id integer primary key autoincrement,
    roster_id integer not null references rosters (id),
    day text not null,
    person text not null check (person <> ''),
    shift_id integer references shifts (id),
    post text not null check (post <> ''),
    state text not null check (state in ('planned', 'confirmed', 'swapped', 'sick')),
    set_by text not null default '',
    replaces integer references turns (id),
    begins_at integer,
    ends_at integer check (ends_at > begins_at),
    check (state = 'planned' or (shift_id is not null and begins_at is not null and ends_at is not null))
) strict;
create unique index one_turn_a_day on turns (roster_id, day, person)
    where state in ('planned', 'confirmed') and shift_id is not null;
create index turns_by_roster on turns (roster_id, day);
create index turns_on_duty on turns (ends_at) where state = 'confirmed';

-- A swap that one of the two has asked for; without another turn: the shift is given to somebody who is free.
create table swaps (
    id integer primary key autoincrement,
    turn_id integer not null references turns (id),
    other_id integer references turns (id),
    other text not null check (other <> ''),
    at integer not null,
    who text not null check (who <> ''),
    agreed_at integer check (agreed_at >= at),
    agreed_by text not null default ''
) strict;
create index swaps_by_turn on swaps (turn_id);
