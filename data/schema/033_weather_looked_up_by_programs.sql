-- Each try of a program to look up the weather: what it brought is a proposal until a person publishes it.

create table forecast_tries (
    id integer primary key autoincrement,
    at integer not null,
    source text not null check (source <> ''),
    state text not null check (state in ('trying', 'came', 'failed')),
    days text not null default '[]' check (json_valid(days)),
    fault text not null default '',
    facts text not null default '{}' check (json_valid(facts)),
    ended_at integer check (ended_at >= at),
    check ((state = 'trying') = (ended_at is null)),
    check ((state = 'failed') = (fault <> ''))
) strict;
