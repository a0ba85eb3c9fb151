-- What time alone brings, and the copies of the store that are made by themselves.

-- When each rule comes next. It is planned, not done: no event tells of it, and each evaluator looks at the first.
create table agenda (
    rule text primary key,
    at integer not null,
    last_at integer
) strict, without rowid;
create index agenda_next on agenda (at);

-- What came and takes longer than an instant: due until it is done, failed, or missed when the next one comes.
create table agenda_runs (
    id integer primary key autoincrement,
    rule text not null check (rule <> ''),
    due_at integer not null,
    state text not null check (state in ('due', 'done', 'failed', 'missed')),
    ended_at integer,
    file text not null default '',
    fault text not null default '',
    detail text not null default '',
    check ((state = 'due') = (ended_at is null))
) strict;
create unique index agenda_runs_due on agenda_runs (rule) where state = 'due';
create index agenda_runs_by_rule on agenda_runs (rule, id);

-- What became of each folder's copy. `fault` is empty for a good one: then what it holds stands here too.
create table copies (
    id integer primary key autoincrement,
    run_id integer not null references agenda_runs (id),
    folder text not null check (folder <> ''),
    file text not null default '',
    at integer not null,
    fault text not null default '',
    detail text not null default '',
    size integer,
    digest text,
    event integer,
    hash text,
    counts text check (json_valid(counts)),
    check ((fault = '') = (digest is not null))
) strict;
create index copies_good on copies (id) where fault = '';
create index copies_by_run on copies (run_id);
