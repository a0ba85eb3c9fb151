-- Who does it: people sign in by a PIN where the policy says so, cameras report plates, and each event says how it is known.

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

-- A camera at the gate, known by a token of which only this hash is kept.
create table gates (
    id integer primary key,
    name text not null,
    direction text not null,
    token text not null,
    removed integer not null default 0
) strict;
create unique index gates_named on gates (name) where removed = 0;

-- What a camera was not sure of, until a guard has looked or it is long gone; it is no record.
create table gate_reads (
    id integer primary key,
    gate text not null,
    at integer not null,
    text text not null
) strict;
