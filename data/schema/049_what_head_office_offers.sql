-- Numbers that head office offers; each is a matter that the director signs or rejects, which its approval says.
create table group_templates (
    id integer primary key references matters (id),
    number integer not null unique check (number > 0),
    name text not null check (name <> ''),
    version integer not null check (version > 0),
    note text not null,
    numbers text not null check (json_valid(numbers)),
    plan_version integer references plan_versions (id)
) strict;

-- With which share a log goes out is on record too.
drop index events_of_group;
create index events_of_group on events (seq)
    where kind in ('group_joined', 'group_left', 'group_epoch', 'group_told', 'group_shared');

drop index events_policy;
create index events_policy on events (seq)
    where kind in ('policy', 'policy_published', 'policy_emergency', 'policy_fell_back', 'policy_template');
