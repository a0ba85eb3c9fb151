-- Playbooks, and the runs made from them: a run keeps the version it began with.

create table playbooks (
    id integer primary key autoincrement,
    key text not null check (key <> ''),
    version integer not null check (version > 0),
    at integer not null,
    who text not null,
    body text not null check (json_valid(body)),
    unique (key, version)
) strict;

create table runs (
    id integer primary key autoincrement,
    matter_id integer not null references matters (id),
    playbook_id integer not null references playbooks (id),
    facts text not null default '[]' check (json_valid(facts)),
    lead text not null check (lead <> ''),
    started_at integer not null,
    started_by text not null,
    ended_at integer check (ended_at >= started_at),
    outcome text check (outcome in ('done', 'stopped')),
    check ((ended_at is null) = (outcome is null))
) strict;
create unique index one_open_run on runs (matter_id) where ended_at is null;
create index runs_by_matter on runs (matter_id, id);

create table run_steps (
    id integer primary key autoincrement,
    run_id integer not null references runs (id),
    key text not null check (key <> ''),
    state text not null check (state in ('waiting', 'open', 'taken', 'done', 'failed', 'skipped')),
    due_id integer references dues (id),
    who text not null default '',
    at integer,
    value text not null default '',
    words text not null default '',
    unique (run_id, key),
    check (state in ('waiting', 'open') or (who <> '' and at is not null))
) strict;

create table run_entries (
    id integer primary key autoincrement,
    run_id integer not null references runs (id),
    step_id integer references run_steps (id),
    at integer not null,
    occurred_at integer not null check (occurred_at <= at),
    who text not null check (who <> ''),
    entry text not null check (entry <> ''),
    value text not null default '',
    words text not null default ''
) strict;
create index run_entries_by_run on run_entries (run_id, id);

-- Of steps several are owed at a time; `what` says which.
alter table dues add column what text not null default '';
drop index one_running_due;
create unique index one_running_due on dues (matter_id, name, what) where met_at is null and lifted_at is null;
