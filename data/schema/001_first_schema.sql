-- The store's tables. Times are UTC milliseconds. STRICT, so that 'abc' is no number.

create table meta (
    key text primary key,
    value text not null
) strict;

create table policies (
    id integer primary key,
    at integer not null,
    who text not null,
    policy text not null check (json_valid(policy))
) strict;

create table places (
    key text primary key,
    kind text not null check (kind in ('bay', 'lane', 'temporary', 'repair', 'workshop_bay', 'workshop')),
    name text not null,
    capacity integer check (capacity >= 0),
    position integer not null,
    in_use integer not null check (in_use in (0, 1))
) strict;

create table vehicles (
    id integer primary key autoincrement,
    plate text not null unique,
    last_arrived_at integer not null,
    visits integer not null
) strict;

create table visits (
    id integer primary key autoincrement,
    plate text not null check (plate <> ''),
    purpose text not null check (purpose in ('maintenance', 'repair', 'other')),
    arrived_at integer not null,
    received_at integer check (received_at >= arrived_at),
    received_by text not null default '',
    work_order_at integer check (work_order_at >= received_at),
    handed_over_at integer check (handed_over_at >= work_order_at),
    expected_exit_at integer,
    left_at integer check (left_at >= arrived_at),
    ended text check (ended in ('left', 'turned_away')),
    check ((left_at is null) = (ended is null)),
    check (purpose <> 'other' or ended = 'turned_away')
) strict;
create unique index one_open_visit_per_plate on visits (plate) where left_at is null;
create index visits_by_plate on visits (plate, arrived_at);
create index visits_by_arrival on visits (arrived_at, left_at);

create table stays (
    id integer primary key autoincrement,
    visit_id integer not null references visits (id),
    place text not null references places (key),
    alone integer not null check (alone in (0, 1)),
    started_at integer not null,
    ended_at integer check (ended_at >= started_at)
) strict;
create unique index one_open_stay_per_visit on stays (visit_id) where ended_at is null;
create unique index one_car_per_bay on stays (place) where ended_at is null and alone = 1;
create index stays_by_visit on stays (visit_id, started_at);

create trigger stays_touch before insert on stays
when exists (select 1 from stays where visit_id = new.visit_id)
    and new.started_at is not (select ended_at from stays where visit_id = new.visit_id order by id desc limit 1)
begin
    select raise(abort, 'stays of a visit touch and do not overlap');
end;

create index bays_left on stays (place, ended_at) where alone = 1;

create trigger one_car_per_bay_ever before insert on stays
when new.alone = 1
    and exists (select 1 from stays where place = new.place and alone = 1 and ended_at > new.started_at)
begin
    select raise(abort, 'a bay holds one car at a time');
end;

create trigger one_car_per_bay_again before update of ended_at on stays
when new.alone = 1 and new.ended_at is null and old.ended_at is not null
    and exists (
        select 1 from stays where place = new.place and alone = 1 and ended_at > new.started_at and id <> new.id
    )
begin
    select raise(abort, 'a bay holds one car at a time');
end;

create trigger stays_fit before insert on stays
when new.ended_at is null
    and (select count(*) from stays where place = new.place and ended_at is null)
        >= (select capacity from places where key = new.place)
begin
    select raise(abort, 'place full');
end;

create trigger stays_fit_again before update of ended_at on stays
when new.ended_at is null and old.ended_at is not null
    and (select count(*) from stays where place = new.place and ended_at is null)
        >= (select capacity from places where key = new.place)
begin
    select raise(abort, 'place full');
end;

create table tickets (
    id integer primary key autoincrement,
    visit_id integer not null references visits (id),
    day text not null,
    number integer not null check (number > 0),
    issued_at integer not null,
    unique (day, number)
) strict;
create index tickets_by_visit on tickets (visit_id);

create table escalations (
    id integer primary key autoincrement,
    kind text not null check (kind in ('over_count', 'over_stay', 'late_reception', 'complaint_due')),
    subject text not null,
    plate text not null,
    crossed_at integer not null,
    raised_at integer not null check (raised_at >= crossed_at),
    state text not null check (state in ('raised', 'acknowledged', 'acted', 'cleared')),
    revision integer not null,
    told_at integer,
    told_by text not null default '',
    acknowledged_at integer,
    acknowledged_by text not null default '',
    acted_at integer,
    acted_by text not null default '',
    action text check (action in ('divert', 'workshop_bay', 'repair', 'reorder')),
    cleared_at integer check (cleared_at >= crossed_at),
    cleared_by text not null default '',
    outcome text check (outcome in ('cleared', 'corrected', 'undone')),
    unique (kind, subject, crossed_at),
    check ((state = 'cleared') = (cleared_at is not null)),
    check ((cleared_at is null) = (outcome is null))
) strict;
create unique index one_open_escalation on escalations (kind, subject) where cleared_at is null;
create index escalations_by_crossing on escalations (crossed_at);

create table phones (
    id integer primary key autoincrement,
    number text not null,
    masked text not null
) strict;
create index phones_by_number on phones (number);

create table staff (
    id integer primary key autoincrement,
    name text not null unique,
    post text not null check (post in ('guard', 'advisor', 'supervisor', 'manager', 'director')),
    phone_id integer references phones (id),
    active integer not null default 1 check (active in (0, 1))
) strict;

create table complaints (
    id integer primary key autoincrement,
    received_at integer not null,
    registered_at integer not null,
    channel text not null check (channel in ('person', 'phone', 'email', 'online')),
    kind text not null check (kind in ('service', 'product', 'price', 'return', 'waiting')),
    severity text not null check (severity in ('ordinary', 'major')),
    stage text not null check (stage in ('registered', 'assigned', 'answered', 'resolved', 'confirmed', 'closed')),
    customer text not null,
    phone_id integer references phones (id),
    plate text not null,
    visit_id integer references visits (id),
    words text not null check (words <> ''),
    assigned_to text not null default '',
    next_due integer
) strict;
create index complaints_open on complaints (next_due) where stage <> 'closed';
create index complaints_by_plate on complaints (plate);

create table clocks (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    name text not null check (name in ('first_answer', 'head_informed')),
    started_at integer not null,
    due_at integer not null check (due_at >= started_at),
    met_at integer check (met_at >= started_at)
) strict;
create index clocks_by_complaint on clocks (complaint_id);
create index clocks_running on clocks (due_at) where met_at is null;

create table notes (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    at integer not null,
    who text not null,
    step text not null,
    words text not null
) strict;
create index notes_by_complaint on notes (complaint_id, at);

create table stations (
    port integer primary key,
    station text not null,
    who text not null,
    pid integer not null,
    seen_at integer not null
) strict;

create table events (
    seq integer primary key autoincrement,
    operation text not null unique,
    at integer not null,
    occurred_at integer not null,
    station text not null,
    who text not null,
    kind text not null,
    plate text not null,
    place text not null,
    detail text not null,
    answer text not null check (json_valid(answer)),
    changes text not null check (json_valid(changes)),
    undoes integer unique references events (seq),
    hash text not null
) strict;
create index events_by_station on events (station, at);
create index events_by_plate on events (plate, seq);

create trigger events_stay before update on events
begin
    select raise(abort, 'events are append-only');
end;
create trigger events_kept before delete on events
begin
    select raise(abort, 'events are append-only');
end;
