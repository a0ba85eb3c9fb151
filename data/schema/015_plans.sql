-- The plans with their versions: who wrote, reviewed and approved each, who has read it, and the numbers it brings.

create table plans (
    id integer primary key autoincrement,
    key text not null unique check (key <> ''),
    title text not null check (title <> '')
) strict;

-- A version is a matter. `policy`: all numbers of the store, where it is the plan that brings them.
create table plan_versions (
    id integer primary key references matters (id),
    plan_id integer not null references plans (id),
    version text not null check (version <> ''),
    state text not null check (state in ('draft', 'submitted', 'approved', 'in_force', 'superseded')),
    text text not null check (text <> ''),
    policy text check (json_valid(policy)),
    before text not null,
    after text not null check (after <> ''),
    why text not null check (why <> ''),
    author text not null check (author <> ''),
    made_at integer not null,
    in_force_at integer check (in_force_at >= made_at),
    unique (plan_id, version),
    check ((in_force_at is not null) = (state in ('in_force', 'superseded')))
) strict;
create unique index plan_in_force on plan_versions (plan_id) where state = 'in_force';
create index plan_numbers on plan_versions (id) where policy is not null;

create table reads (
    id integer primary key autoincrement,
    version_id integer not null references plan_versions (id),
    person text not null check (person <> ''),
    at integer not null,
    unique (version_id, person)
) strict;

-- A number that the director changed at once; after a day it falls back to what is approved.
create table emergency_changes (
    id integer primary key autoincrement,
    key text not null check (key <> ''),
    was integer not null,
    becomes integer not null,
    why text not null check (why <> ''),
    at integer not null,
    who text not null check (who <> ''),
    ends_at integer not null check (ends_at > at),
    ended_at integer check (ended_at >= at)
) strict;
create unique index one_emergency on emergency_changes (key) where ended_at is null;

drop index events_policy;
create index events_policy on events (seq)
    where kind in ('policy', 'policy_published', 'policy_emergency', 'policy_fell_back');

-- The general manager is a post. What is on the disk stays as it is; only the check is wider.
pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, '''manager'', ''director'')', '''manager'', ''director'', ''general_manager'')')
    where type = 'table' and name = 'staff';
pragma writable_schema = reset;
