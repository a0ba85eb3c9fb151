-- People sign in by a PIN where the policy says so, and each event tells how it is known who did it.

alter table events add column proof text;

-- What a PIN became, with the key in the file beside the database; in no event, as a phone number is in none.
create table pins (
    staff_id integer primary key references staff (id),
    encoded text not null,
    key text not null,
    was_given integer not null,
    set_at integer not null
) strict;

create table pin_tries (
    staff_id integer primary key references staff (id),
    failed integer not null,
    last_at integer not null
) strict;

create table sign_ins (
    id integer primary key,
    staff_id integer not null references staff (id),
    station text not null,
    at integer not null,
    proven_at integer not null,
    ended_at integer
) strict;
create index sign_ins_open on sign_ins (staff_id) where ended_at is null;
