-- Escalations as a closed loop: the chain, what was asked of whom, tickets that are called, who is on duty.

alter table escalations rename to escalations_001;
drop index one_open_escalation;
drop index escalations_by_crossing;

create table escalations (
    id integer primary key autoincrement,
    kind text not null check (
        kind in ('over_count', 'over_stay', 'late_reception', 'complaint_due', 'diversion_expired')
    ),
    subject text not null,
    plate text not null,
    crossed_at integer not null,
    raised_at integer not null check (raised_at >= crossed_at),
    state text not null check (state in ('raised', 'acknowledged', 'acted', 'cleared')),
    revision integer not null,
    plan text not null check (json_valid(plan)),
    level integer not null check (level >= 0),
    based_at integer not null,
    called_at integer not null,
    calls integer not null check (calls >= 0),
    continues integer references escalations (id),
    told_at integer,
    told_by text not null default '',
    acknowledged_at integer,
    acknowledged_by text not null default '',
    acted_at integer,
    acted_by text not null default '',
    action text check (action in ('divert', 'workshop_bay', 'repair', 'reorder')),
    verify_at integer,
    cleared_at integer check (cleared_at >= crossed_at),
    cleared_by text not null default '',
    cleared_from text check (cleared_from in ('raised', 'acknowledged', 'acted')),
    outcome text check (outcome in ('cleared', 'unhandled', 'corrected', 'undone')),
    why text check (why in ('brief', 'taken', 'left', 'not_entered', 'nobody', 'full', 'mistake', 'other')),
    explained_by text not null default '',
    unique (kind, subject, crossed_at),
    check ((state = 'cleared') = (cleared_at is not null)),
    check ((cleared_at is null) = (outcome is null)),
    check ((cleared_at is null) = (cleared_from is null)),
    check (state <> 'acknowledged' or acknowledged_at is not null),
    check (state <> 'acted' or acted_at is not null),
    check (why is null or outcome = 'unhandled')
) strict;
create unique index one_open_escalation on escalations (kind, subject) where cleared_at is null;
create index escalations_by_crossing on escalations (crossed_at);
create index escalations_by_subject on escalations (kind, subject, cleared_at);
create index escalations_unexplained on escalations (id) where outcome = 'unhandled' and why is null;

create table steps (
    id integer primary key autoincrement,
    escalation_id integer not null references escalations (id),
    kind text not null check (
        kind in (
            'called', 'repeated', 'not_acted', 'not_solved', 'told', 'acknowledged', 'acted', 'done', 'cleared',
            'again', 'explained', 'undone'
        )
    ),
    level integer not null,
    due_at integer not null,
    at integer not null,
    role text not null,
    who text not null,
    delivered integer not null check (delivered in (0, 1)),
    detail text not null
) strict;
create index steps_by_escalation on steps (escalation_id, id);
create unique index one_call on steps (escalation_id, kind, level, due_at, role)
    where kind in ('called', 'repeated', 'not_acted', 'not_solved');

create table tasks (
    id integer primary key autoincrement,
    escalation_id integer not null references escalations (id),
    errand text not null check (errand in ('park', 'lounge', 'drive', 'reorder')),
    visit_id integer not null references visits (id),
    place text not null,
    ticket text not null,
    asked_at integer not null,
    asked_by text not null,
    ended_at integer,
    ended_by text not null default '',
    ended text check (ended in ('done', 'moot')),
    check ((ended_at is null) = (ended is null))
) strict;
create unique index one_errand on tasks (visit_id, errand) where ended_at is null;
create index tasks_by_escalation on tasks (escalation_id);

alter table tickets add column expires_at integer not null default 0;
alter table tickets add column renewals integer not null default 0 check (renewals >= 0);
alter table tickets add column renewed_by text not null default '';
alter table tickets add column calls integer not null default 0 check (calls between 0 and 2);
alter table tickets add column called_at integer;
alter table tickets add column bay text not null default '';
alter table tickets add column no_show_at integer;
alter table tickets add column closed_at integer;
-- In force is a visit's last ticket, as long as the car stands in temporary parking.
update tickets set closed_at = issued_at
where id not in (select max(id) from tickets group by visit_id)
    or not exists (
        select 1 from stays where stays.visit_id = tickets.visit_id and ended_at is null and place = 'temporary'
    );
create unique index one_ticket on tickets (visit_id) where closed_at is null;

create table duties (
    id integer primary key autoincrement,
    role text not null check (role in ('manager', 'deputy')),
    name text not null check (name <> ''),
    starts_at integer not null,
    ends_at integer not null check (ends_at > starts_at),
    set_at integer not null,
    set_by text not null
) strict;

drop table stations;
create table stations (
    id text primary key,
    station text not null,
    who text not null,
    port integer,
    pid integer not null,
    seen_at integer not null,
    evaluated_at integer
) strict;

alter table clocks rename to clocks_001;
drop index clocks_by_complaint;
drop index clocks_running;
create table clocks (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    name text not null check (
        name in ('first_answer', 'head_informed', 'quality_answer', 'on_site', 'full_answer', 'promised')
    ),
    started_at integer not null,
    due_at integer not null check (due_at >= started_at),
    met_at integer check (met_at >= started_at),
    provisional integer not null default 0 check (provisional in (0, 1))
) strict;
insert into clocks (id, complaint_id, name, started_at, due_at, met_at)
    select id, complaint_id, name, started_at, due_at, met_at from clocks_001;
drop table clocks_001;
create index clocks_by_complaint on clocks (complaint_id);
create index clocks_running on clocks (due_at) where met_at is null;

create table calendars (
    id integer primary key autoincrement,
    year integer not null unique,
    days text not null check (json_valid(days)),
    put_at integer not null
) strict;
