-- What somebody must bring to an end, by when, who signs for it, and what is to change: reviews, measures.

create table matters (
    id integer primary key autoincrement,
    kind text not null check (kind <> ''),
    title text not null check (title <> ''),
    part_of integer references matters (id),
    opened_at integer not null,
    opened_by text not null,
    closed_at integer check (closed_at >= opened_at),
    closed_by text not null default '',
    outcome text not null default '',
    check ((closed_at is null) = (outcome = ''))
) strict;
create index matters_open on matters (id) where closed_at is null;
create index matters_by_kind on matters (kind, id);
create index matters_by_part on matters (part_of) where part_of is not null;

create table dues (
    id integer primary key autoincrement,
    matter_id integer not null references matters (id),
    name text not null check (name <> ''),
    person text not null default '',
    started_at integer not null,
    due_at integer not null check (due_at >= started_at),
    provisional integer not null default 0 check (provisional in (0, 1)),
    met_at integer check (met_at >= started_at),
    met_by text not null default '',
    lifted_at integer check (lifted_at >= started_at),
    check (met_at is null or lifted_at is null)
) strict;
create index dues_running on dues (due_at, id) where met_at is null and lifted_at is null;
create index dues_by_matter on dues (matter_id, id);
create unique index one_running_due on dues (matter_id, name) where met_at is null and lifted_at is null;

-- A due that was agreed anew; one that was missed stays missed.
create table due_changes (
    id integer primary key autoincrement,
    due_id integer not null references dues (id),
    at integer not null,
    who text not null,
    was integer not null,
    becomes integer not null,
    why text not null check (why <> '')
) strict;
create index due_changes_by_due on due_changes (due_id, id);

-- A signature stands for exactly this text.
create table approvals (
    id integer primary key autoincrement,
    matter_id integer not null references matters (id),
    what text not null check (what <> ''),
    text text not null check (json_valid(text)),
    hash text not null,
    roles text not null check (json_valid(roles)),
    asked_at integer not null,
    asked_by text not null check (asked_by <> ''),
    state text not null check (state in ('asked', 'approved', 'rejected', 'lapsed')),
    decided_at integer check (decided_at >= asked_at),
    check ((state = 'asked') = (decided_at is null))
) strict;
create unique index one_asked on approvals (matter_id, what) where state = 'asked';
create index approvals_by_matter on approvals (matter_id, id);

create table signatures (
    id integer primary key autoincrement,
    approval_id integer not null references approvals (id),
    role text not null check (role <> ''),
    who text not null check (who <> ''),
    verdict text not null check (verdict in ('approved', 'rejected', 'confirmed')),
    taken_by text not null default '',
    at integer not null,
    words text not null default '',
    hash text not null
) strict;
create index signatures_by_approval on signatures (approval_id, id);

create table measures (
    id integer primary key references matters (id),
    cause text not null,
    proposed_by text not null check (proposed_by <> ''),
    owner text not null default '',
    metric text not null default '',
    expected integer,
    state text not null check (state in ('proposed', 'agreed', 'done', 'checked', 'dropped')),
    agreed_at integer,
    agreed_by text not null default '',
    done_at integer check (done_at >= agreed_at),
    done_by text not null default '',
    checked_at integer check (checked_at >= done_at),
    checked_by text not null default '',
    verdict text check (verdict in ('effective', 'no_change_seen', 'worse', 'carried_out')),
    check (state in ('proposed', 'dropped') or (agreed_at is not null and owner <> '')),
    check ((metric = '') = (expected is null)),
    check ((state = 'checked') = (verdict is not null))
) strict;

create table measure_entries (
    id integer primary key autoincrement,
    measure_id integer not null references measures (id),
    at integer not null,
    who text not null,
    state text not null check (state in ('proposed', 'agreed', 'done', 'checked', 'dropped')),
    words text not null default ''
) strict;
create index measure_entries_by_measure on measure_entries (measure_id, id);

create table reviews (
    id integer primary key references matters (id),
    month text not null unique,
    state text not null check (state in ('draft', 'submitted', 'approved')),
    conclusion text not null default ''
) strict;

-- Why a limit was crossed: one word of the store's list for each crossing.
create table causes (
    id integer primary key autoincrement,
    escalation_id integer not null unique references escalations (id),
    cause text not null check (cause <> ''),
    words text not null default '',
    at integer not null,
    who text not null check (who <> '')
) strict;

-- Why a frequent cause of a month has no measure.
create table causes_left (
    id integer primary key autoincrement,
    review_id integer not null references reviews (id),
    cause text not null check (cause <> ''),
    why text not null check (why <> ''),
    at integer not null,
    who text not null check (who <> ''),
    unique (review_id, cause)
) strict;

-- A due that was missed calls as a missed clock of a case does. What is on the disk stays as it is; only the check is wider.
pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, '''complaint_due'',', '''complaint_due'', ''due_missed'',')
    where type = 'table' and name = 'escalations';
pragma writable_schema = reset;
