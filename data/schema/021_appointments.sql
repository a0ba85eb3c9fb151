-- Who is expected when: the book of appointments, and how many a half hour of a day takes where a person has said so.

-- `uid` is what its source calls it, `sequence` the version of that source, and `said` what it said then.
create table appointments (
    id integer primary key autoincrement,
    at integer not null,
    day text not null check (day <> ''),
    minutes integer not null check (minutes between 5 and 1440),
    plate text not null default '',
    customer text not null default '',
    phone_id integer references phones (id),
    purpose text not null check (purpose in ('maintenance', 'repair')),
    work text not null default '',
    waits text not null check (waits in ('lounge', 'away')),
    advisor text not null default '',
    channel text not null check (channel <> ''),
    state text not null check (state in ('booked', 'arrived', 'no_show', 'cancelled')),
    confirmed_at integer,
    confirmed_by text not null default '',
    visit_id integer references visits (id),
    why text not null default '',
    source text not null check (source <> ''),
    uid text not null check (uid <> ''),
    sequence integer not null check (sequence >= 0),
    said text not null default '',
    revision integer not null default 0 check (revision >= 0),
    made_at integer not null,
    made_by text not null,
    check ((state = 'arrived') = (visit_id is not null)),
    unique (source, uid)
) strict;
create unique index one_booking_a_day on appointments (plate, day) where state = 'booked' and plate <> '';
create index appointments_by_time on appointments (at, state);
create index appointments_booked on appointments (at) where state = 'booked';
create index appointments_by_plate on appointments (plate, at);
create index appointments_by_visit on appointments (visit_id) where visit_id is not null;
create index appointments_by_phone on appointments (phone_id) where phone_id is not null;

create table slot_overrides (
    id integer primary key autoincrement,
    day text not null check (day <> ''),
    minute integer not null check (minute between 0 and 1439),
    capacity integer not null check (capacity between 0 and 500),
    why text not null check (why <> ''),
    who text not null check (who <> ''),
    at integer not null,
    unique (day, minute)
) strict;
