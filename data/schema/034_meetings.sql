-- Meetings with customers, of the emergency group, and visits; what is owed before and after them (Q6, Q9, C14).

create table meetings (
    id integer primary key references matters (id),
    kind text not null check (kind in ('customer', 'group', 'visit')),
    state text not null check (state in ('planned', 'held', 'minuted', 'cancelled')),
    what text not null check (what <> ''),
    at integer not null,
    place text not null default '',
    customer text not null default '',
    phone_id integer references phones (id),
    plate text not null default '',
    complaint_id integer references complaints (id),
    invited text not null default '',
    wanted_by text not null default '',
    held_at integer,
    present text not null default '',
    minutes text not null default '',
    minuted_by text not null default '',
    why text not null default '',
    check ((state in ('held', 'minuted')) = (held_at is not null)),
    check ((state = 'minuted') = (minutes <> ''))
) strict;
create index meetings_by_complaint on meetings (complaint_id) where complaint_id is not null;
create index meetings_by_phone on meetings (phone_id) where phone_id is not null;
create index meetings_by_plate on meetings (plate) where plate <> '';

create table meeting_items (
    id integer primary key autoincrement,
    meeting_id integer not null references meetings (id),
    kind text not null check (kind in ('material', 'promise', 'decision', 'feedback')),
    what text not null check (what <> ''),
    person text not null default '',
    due_id integer references dues (id),
    clock_id integer references clocks (id),
    answer text not null default '',
    check ((due_id is null) <> (clock_id is null))
) strict;
create index meeting_items_by_meeting on meeting_items (meeting_id, id);
