-- What is asked all day is found by an index, however many visits are on record.

-- A car is found by any part of its plate: each end of it stands here, and what is typed begins one of them. As
-- `case_terms`, it is no record of its own.
create table plate_ends (
    typed text not null,
    vehicle_id integer not null,
    primary key (typed, vehicle_id)
) strict, without rowid;
insert into plate_ends (typed, vehicle_id)
    select substr(plate, column1), id from vehicles join (values (1), (2), (3), (4), (5), (6), (7), (8))
    where column1 <= length(plate) order by 1, 2;

create trigger vehicles_known after insert on vehicles
begin
    insert into plate_ends (typed, vehicle_id)
    select substr(new.plate, column1), new.id from (values (1), (2), (3), (4), (5), (6), (7), (8))
    where column1 <= length(new.plate);
end;
create trigger vehicles_unknown after delete on vehicles
begin
    delete from plate_ends
    where typed in (select substr(old.plate, column1) from (values (1), (2), (3), (4), (5), (6), (7), (8)))
        and vehicle_id = old.id;
end;
create index vehicles_lately on vehicles (last_arrived_at, plate) where visits > 0;

-- Few events are of these kinds, and they are asked for by their kind.
create index events_clock_set on events (seq) where kind = 'clock_set';
create index events_rewritten on events (seq) where kind in ('forget', 'compact');
create index events_policy on events (seq) where kind = 'policy';
create index events_restore on events (seq) where kind = 'restore';
create index events_template on events (seq) where kind in ('template', 'template_remove');
