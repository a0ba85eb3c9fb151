-- What head office keeps beside the rows that are folded from events. Times are UTC milliseconds, as at the stores.

create table stores (
    id integer generated always as identity primary key,
    code text not null unique,
    name text not null,
    province text not null,
    token_hash text not null unique,
    added_at bigint not null,
    -- How far the store is known: its epoch, the last event of it, and that one's hash.
    epoch integer not null default 1,
    seq bigint not null default 0,
    hash text not null default '',
    -- What it said last of itself, and when.
    share text,
    program text,
    schema integer,
    heard_at bigint,
    -- What of it was refused since, and at which event.
    trouble text,
    trouble_seq bigint,
    trouble_at bigint
);

create table events (
    store integer not null references stores (id),
    epoch integer not null,
    seq bigint not null,
    at bigint not null,
    occurred_at bigint not null,
    undoes bigint,
    rule smallint not null,
    station text not null,
    kind text not null,
    place text not null,
    proof text,
    hash text not null,
    -- That of the body as it was written, where the body here is another one, or none.
    body_hash text,
    primary key (store, epoch, seq)
) partition by hash (store);

-- They come in about the order of their time, so the smallest of indexes finds a month.
create index events_by_time on events using brin (at);

create table event_bodies (
    store integer not null,
    epoch integer not null,
    seq bigint not null,
    operation text,
    who text,
    plate text,
    detail text,
    answer text,
    changes text,
    primary key (store, epoch, seq)
) partition by hash (store);

-- A row of a store for each of its rows, by the names and columns that it has there; all epochs.
create schema folded;
