-- One step for each area, car or thing; which team it is for; the measure that sees to a fault it found.

alter table run_steps add column named text not null default '';
alter table run_steps add column team text not null default '';
alter table run_steps add column measure_id integer references matters (id);
create index run_steps_of_teams on run_steps (id) where team <> '' and state in ('open', 'taken', 'failed');

-- Whether the store loaded it; else it came with the program, and a newer one of the program takes its place.
alter table playbooks add column own integer not null default 0 check (own in (0, 1));
