-- What a case asks of others beside quality's answer: records, legal advice, a plan on site, the part (C11, C15–C18).

create table asks (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    kind text not null check (kind in ('material', 'legal', 'onsite', 'sample')),
    state text not null check (state in ('material', 'legal', 'onsite', 'sample', 'sample_here', 'sample_sent')),
    asked_at integer not null,
    asked_by text not null,
    words text not null check (words <> ''),
    remedy text not null default '' check (remedy in ('', 'repair', 'exchange', 'refund', 'explanation')),
    people text not null default '',
    ended_at integer check (ended_at >= asked_at),
    ended_by text not null default '',
    answer text not null default '',
    needless integer not null default 0 check (needless in (0, 1)),
    check ((kind = 'onsite') = (remedy <> '')),
    check (needless = 0 or ended_at is not null)
) strict;
create index asks_by_complaint on asks (complaint_id, id);
create unique index one_ask_of_a_kind on asks (complaint_id, kind) where ended_at is null;
