-- Who may look at head office's dashboard in a browser: each by an access code, of which there is a hash here.
create table readers (
    id integer generated always as identity primary key,
    name text not null unique,
    code_hash text not null unique,
    added_at bigint not null
);

-- The browsers in which a code was typed; each is known again by its cookie, of which there is a hash here.
create table reader_browsers (
    id integer generated always as identity primary key,
    reader integer not null references readers (id) on delete cascade,
    token_hash text not null unique,
    browser text not null,
    signed_in_at bigint not null
);
