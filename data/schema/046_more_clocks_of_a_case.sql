-- A date to agree on after a week, records, legal dates, leaving a site early: more clocks of a case (Q3, C15, C16, C18).

-- Pauses and items of meetings name their clocks: until all of them are there again, nothing holds them to it.
pragma defer_foreign_keys = on;
-- Each clock that goes is looked for among them.
create index meeting_items_by_clock_045 on meeting_items (clock_id);
create table clocks_045 as
    select id, complaint_id, name, started_at, due_at, met_at, provisional, lifted_at, agreed_at, what, withdrawn
    from clocks;
-- No number is ever given twice.
update sqlite_sequence set name = 'clocks_045' where name = 'clocks';
drop table clocks;
create table clocks (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    name text not null check (
        name in (
            'first_answer', 'head_informed', 'quality_answer', 'on_site', 'full_answer', 'promised', 'agree_date',
            'material', 'legal', 'left_site'
        )
    ),
    started_at integer not null,
    due_at integer not null check (due_at >= started_at),
    met_at integer check (met_at >= started_at),
    provisional integer not null default 0 check (provisional in (0, 1)),
    lifted_at integer check (lifted_at >= started_at),
    agreed_at integer,
    what text not null default '',
    withdrawn integer not null default 0
        check (withdrawn in (0, 1) and (withdrawn = 0 or (name = 'promised' and lifted_at is not null))),
    check (met_at is null or lifted_at is null),
    check (name not in ('promised', 'legal') or agreed_at is not null),
    check (name in ('promised', 'legal', 'material') or agreed_at is null)
) strict;
insert into clocks select * from clocks_045;
drop table clocks_045;
drop index meeting_items_by_clock_045;
delete from sqlite_sequence where name = 'clocks';
update sqlite_sequence set name = 'clocks' where name = 'clocks_045';

create index clocks_by_complaint on clocks (complaint_id);
create index clocks_running on clocks (due_at) where met_at is null and lifted_at is null;

-- Cases that are open begin to owe a date with the first look after the update, so that it is on record.
insert into agenda (rule, at) select 'weeks', 0 where exists (select 1 from complaints where stage <> 'closed');
