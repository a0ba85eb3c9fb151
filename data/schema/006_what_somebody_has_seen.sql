-- What was seen is on record as seen, by whom; of what nobody acted on the long ones are found at once.

create table escalation_steps (
    id integer primary key autoincrement,
    escalation_id integer not null references escalations (id),
    kind text not null check (
        kind in (
            'called', 'repeated', 'not_acted', 'not_solved', 'told', 'seen', 'acknowledged', 'acted', 'done', 'cleared',
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
insert into escalation_steps (id, escalation_id, kind, level, due_at, at, role, who, delivered, detail)
    select id, escalation_id, kind, level, due_at, at, role, who, delivered, detail from steps;

-- No number is ever given twice.
delete from sqlite_sequence where name = 'escalation_steps';
insert into sqlite_sequence (name, seq) select 'escalation_steps', seq from sqlite_sequence where name = 'steps';
drop table steps;
alter table escalation_steps rename to steps;
create index steps_by_escalation on steps (escalation_id, id);
create unique index one_call on steps (escalation_id, kind, level, due_at, role)
    where kind in ('called', 'repeated', 'not_acted', 'not_solved');

drop index escalations_unexplained;
create index escalations_unexplained on escalations (cleared_at - crossed_at, id)
    where outcome = 'unhandled' and why is null;
