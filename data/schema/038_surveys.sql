-- Satisfaction surveys: the plan that is signed, who was drawn in a month and how, what was answered (Q7, S11).

create table surveys (
    id integer primary key references matters (id),
    year integer not null check (year between 2000 and 2199),
    kind text not null check (kind in ('year', 'holiday')),
    method text not null check (method in ('phone', 'online', 'in_person')),
    size integer not null check (size > 0),
    months text not null check (json_valid(months)),
    questions text not null check (json_valid(questions)),
    person text not null default '',
    state text not null check (state in ('draft', 'submitted', 'in_force', 'reported'))
) strict;

create table survey_draws (
    id integer primary key autoincrement,
    survey_id integer not null references surveys (id),
    month text not null,
    seed text not null check (seed <> ''),
    at integer not null,
    who text not null,
    pool text not null check (json_valid(pool)),
    unique (survey_id, month)
) strict;

create table survey_asked (
    id integer primary key autoincrement,
    draw_id integer not null references survey_draws (id),
    visit_id integer not null references visits (id),
    message_id integer not null references messages (id),
    answered_at integer,
    answered_by text not null default ''
) strict;
create index survey_asked_by_draw on survey_asked (draw_id, id);
create index survey_asked_by_message on survey_asked (message_id);

create table survey_answers (
    id integer primary key autoincrement,
    asked_id integer not null references survey_asked (id),
    question integer not null check (question > 0),
    answer text not null default '',
    words text not null default '',
    unique (asked_id, question),
    check ((answer = '') <> (words = ''))
) strict;
