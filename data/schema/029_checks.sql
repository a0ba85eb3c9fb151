-- Checks: what is looked at again and again, so that it is ready when it is needed (S3, S9).

create table checks (
    id integer primary key autoincrement,
    key text not null unique check (key <> ''),
    title text not null default '',
    playbook text not null check (playbook <> ''),
    every text not null check (every in ('daily', 'weekly', 'monthly', 'quarterly', 'before_holiday')),
    by_time text not null check (by_time <> ''),
    station text not null default '',
    role text not null default '',
    in_use integer not null check (in_use in (0, 1)),
    since integer not null
) strict;

-- One row for each period; without a matter nobody was there to open it, and it was missed.
create table check_rounds (
    id integer primary key autoincrement,
    check_id integer not null references checks (id),
    thing_id integer references things (id),
    period text not null check (period <> ''),
    opens_at integer not null,
    due_at integer not null check (due_at >= opens_at),
    ends_at integer not null check (ends_at >= due_at),
    matter_id integer unique references matters (id),
    too_fast integer not null default 0 check (too_fast in (0, 1)),
    same_figures integer not null default 0 check (same_figures in (0, 1))
) strict;
create unique index one_round_a_period on check_rounds (check_id, period, coalesce(thing_id, 0));
create index check_rounds_by_due on check_rounds (due_at);

-- A run that nobody brought to its end in its time. What is on the disk stays as it is; only the check is wider.
pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, '(''done'', ''stopped'')', '(''done'', ''stopped'', ''missed'')')
    where type = 'table' and name = 'runs';
pragma writable_schema = reset;
