-- Roadside rescue: the call, each revision of its plan, what was said on the road; and parts that are fetched for it.

create table rescues (
    id integer primary key references matters (id),
    called_at integer not null,
    taken_by text not null,
    place text not null check (place <> ''),
    stands text not null check (stands in ('carriageway', 'shoulder', 'off_road')),
    hurt text not null check (hurt in ('unknown', 'nobody', 'somebody')),
    plate text not null check (plate <> ''),
    model text not null default '',
    km integer check (km >= 0),
    customer text not null,
    phone_id integer references phones (id),
    second_id integer references phones (id),
    symptom text not null check (symptom <> ''),
    elsewhere text not null default '',
    consent_revision integer,
    consent_at integer,
    consent_by text not null default '',
    consent integer check (consent in (0, 1)),
    consent_words text not null default '',
    departed_at integer check (departed_at >= called_at),
    vehicle text not null default '',
    without text not null default '',
    arrived_at integer check (arrived_at >= departed_at),
    checked_at integer check (checked_at >= arrived_at),
    as_planned integer check (as_planned in (0, 1)),
    checked_words text not null default '',
    ended_at integer,
    outcome text check (outcome in ('repaired_on_site', 'towed', 'to_another_shop', 'cancelled_by_customer')),
    satisfied integer check (satisfied in (0, 1)),
    result_words text not null default '',
    mark integer check (mark between 1 and 5),
    followed_at integer,
    check ((consent is null) = (consent_at is null)),
    check ((consent is null) = (consent_revision is null)),
    check ((outcome is null) = (ended_at is null)),
    check ((mark is null) or (outcome is not null))
) strict;
create index rescues_by_plate on rescues (plate, id);
create index rescues_by_phone on rescues (phone_id) where phone_id is not null;
create index rescues_by_second on rescues (second_id) where second_id is not null;

-- Added to, never changed: a signature stands for one of them.
create table rescue_plans (
    id integer primary key autoincrement,
    rescue_id integer not null references rescues (id),
    revision integer not null check (revision > 0),
    at integer not null,
    who text not null check (who <> ''),
    travel integer not null check (travel > 0),
    minutes integer not null check (minutes > 0),
    leader text not null check (leader <> ''),
    crew text not null check (json_valid(crew)),
    jobs text not null check (jobs <> ''),
    cost_min integer not null check (cost_min >= 0),
    cost_max integer not null check (cost_max >= cost_min),
    parts text not null check (json_valid(parts)),
    tools text not null default '',
    cautions text not null default '',
    unique (rescue_id, revision)
) strict;

create table rescue_etas (
    id integer primary key autoincrement,
    rescue_id integer not null references rescues (id),
    at integer not null,
    who text not null,
    becomes integer not null,
    why text not null default '',
    told_at integer check (told_at >= at)
) strict;
create index rescue_etas_by_rescue on rescue_etas (rescue_id, id);

create table rescue_contacts (
    id integer primary key autoincrement,
    rescue_id integer not null references rescues (id),
    at integer not null,
    who text not null,
    words text not null check (words <> '')
) strict;
create index rescue_contacts_by_rescue on rescue_contacts (rescue_id, id);

create table part_orders (
    id integer primary key autoincrement,
    matter_id integer not null references matters (id),
    number text not null default '',
    name text not null check (name <> ''),
    quantity integer not null check (quantity > 0),
    source text not null check (source in ('stock', 'factory_urgent', 'neighbour', 'backup_supplier')),
    carrier text check (carrier in ('road', 'courier', 'air')),
    may_fly integer not null default 1 check (may_fly in (0, 1)),
    monitored integer not null default 0 check (monitored in (0, 1)),
    maker_ok_at integer,
    eta integer,
    state text not null check (state in ('part_asked', 'part_ordered', 'part_shipped', 'part_arrived', 'part_handed',
        'part_cancelled')),
    changed_at integer not null,
    changed_by text not null,
    check (carrier is not 'air' or may_fly = 1),
    check (monitored = 0 or maker_ok_at is not null or state in ('part_asked', 'part_cancelled'))
) strict;
create index part_orders_by_matter on part_orders (matter_id, id);
create index part_orders_open on part_orders (id) where state not in ('part_handed', 'part_cancelled');
