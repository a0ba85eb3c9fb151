-- Who of the emergency contact list was rung, and what came of it: added to, never changed (S1, S7).

create table contact_calls (
    id integer primary key autoincrement,
    whom text not null check (whom <> ''),
    number_id integer,
    at integer not null,
    who text not null check (who <> ''),
    result text not null check (result in ('reached', 'not_reached', 'wrong_number')),
    words text not null default ''
) strict;
create index contact_calls_by_whom on contact_calls (whom, id);
