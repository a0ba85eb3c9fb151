-- After an incident: what was said of it, and to whom; the cars that were there, looked at before anybody works on them (I9, I16).

create table news (
    id integer primary key autoincrement,
    incident_id integer not null references incidents (id),
    audience text not null check (audience in ('staff', 'customer', 'partner', 'authority', 'public')),
    version integer not null check (version > 0),
    text text not null check (text <> ''),
    written_at integer not null,
    written_by text not null check (written_by <> ''),
    approval_id integer references approvals (id),
    sent_at integer check (sent_at >= written_at),
    sent_by text not null default '',
    unique (incident_id, audience, version),
    check ((sent_at is null) = (sent_by = '')),
    check (sent_at is null or audience = 'staff' or approval_id is not null)
) strict;

create table car_checks (
    id integer primary key autoincrement,
    incident_id integer not null references incidents (id),
    visit_id integer not null references visits (id),
    asked_at integer not null,
    lifted_at integer check (lifted_at >= asked_at),
    checked_at integer check (checked_at >= asked_at),
    checked_by text not null default '',
    result text check (result in ('fit', 'damaged')),
    words text not null default '',
    unique (incident_id, visit_id),
    check ((result is null) = (checked_at is null))
) strict;
create index car_checks_by_visit on car_checks (visit_id);
create index car_checks_open on car_checks (visit_id) where checked_at is null and lifted_at is null;
