-- The repair of a car: its jobs, what was found, what the customer was promised, and when they were told.

create table progress (
    id integer primary key references matters (id),
    visit_id integer not null unique references visits (id),
    waits text not null check (waits in ('lounge', 'away')),
    told_at integer not null,
    told_by text not null default '',
    promised_at integer,
    wish_at integer,
    kept_at integer,
    ready_at integer,
    ready_told_at integer check (ready_told_at >= ready_at),
    handed_back_at integer,
    handed_back_by text not null default '',
    check (ready_at is not null or ready_told_at is null)
) strict;

create table jobs (
    id integer primary key autoincrement,
    progress_id integer not null references progress (id),
    kind text not null check (kind in ('maintenance', 'repair', 'body', 'check', 'wash')),
    title text not null default '',
    state text not null check (state in ('waiting', 'working', 'held', 'done', 'dropped')),
    minutes integer check (minutes >= 0),
    technician text not null default '',
    added_at integer not null,
    started_at integer check (started_at >= added_at),
    ended_at integer check (ended_at >= added_at),
    hold text check (hold in ('parts', 'customer', 'people', 'other', 'quality')),
    hold_until integer,
    check ((state = 'held') = (hold is not null)),
    check ((state in ('done', 'dropped')) = (ended_at is not null)),
    check (hold is not null or hold_until is null)
) strict;
create index jobs_by_progress on jobs (progress_id, id);

create table parts_used (
    id integer primary key autoincrement,
    job_id integer not null references jobs (id),
    number text not null default '',
    name text not null check (name <> ''),
    quantity integer not null check (quantity > 0)
) strict;
create index parts_by_job on parts_used (job_id, id);

create table found (
    id integer primary key autoincrement,
    progress_id integer not null references progress (id),
    job_id integer references jobs (id),
    kind text not null check (kind in ('quality', 'hidden')),
    what text not null check (what <> ''),
    at integer not null,
    who text not null,
    cost_min integer check (cost_min >= 0),
    cost_max integer check (cost_max >= cost_min),
    minutes integer check (minutes >= 0),
    told_at integer check (told_at >= at),
    decision text check (decision in ('agreed', 'declined', 'later')),
    decided_at integer check (decided_at >= at),
    decided_by text not null default '',
    channel text check (channel in ('in_person', 'phone')),
    words text not null default '',
    released_at integer check (released_at >= at),
    released_by text not null default '',
    check ((decision is null) = (decided_at is null)),
    check (kind = 'quality' or released_at is null)
) strict;
create index found_by_progress on found (progress_id, id);

-- Each promise as it was given; the customer knows of it from `told_at` on.
create table promises (
    id integer primary key autoincrement,
    progress_id integer not null references progress (id),
    at integer not null,
    who text not null,
    was integer,
    becomes integer not null,
    why text not null default '',
    told_at integer check (told_at >= at)
) strict;
create index promises_by_progress on promises (progress_id, id);

-- Somebody told the customer; what is only sent is not told.
create table tellings (
    id integer primary key autoincrement,
    progress_id integer not null references progress (id),
    at integer not null,
    who text not null,
    channel text not null check (channel in ('in_person', 'phone')),
    words text not null default '',
    silence integer not null check (silence >= 0)
) strict;
create index tellings_by_progress on tellings (progress_id, id);
create index tellings_by_time on tellings (at);
