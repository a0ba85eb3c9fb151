-- What a customer needs of a sudden, and what they were answered; the goods are part orders of the same matter.

create table orders (
    id integer primary key references matters (id),
    called_at integer not null,
    taken_by text not null,
    customer text not null,
    phone_id integer references phones (id),
    plate text not null default '',
    until integer not null,
    why text not null default '',
    ended_at integer check (ended_at >= called_at),
    outcome text check (outcome in ('order_supplied', 'order_declined', 'order_withdrawn')),
    result_words text not null default '',
    check ((outcome is null) = (ended_at is null))
) strict;
create index orders_by_plate on orders (plate, id) where plate <> '';
create index orders_by_phone on orders (phone_id) where phone_id is not null;

-- When it comes, or (without a time) why it does not; told: the customer knows.
create table order_answers (
    id integer primary key autoincrement,
    order_id integer not null references orders (id),
    at integer not null,
    who text not null,
    becomes integer,
    words text not null default '',
    told_at integer check (told_at >= at),
    check (becomes is not null or words <> '')
) strict;
create index order_answers_by_order on order_answers (order_id, id);
