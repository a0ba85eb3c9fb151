-- The browsers that show stations. Kept is only what a code or a cookie is compared with.

create table devices (
    id integer primary key autoincrement,
    name text not null,
    kinds text not null,
    code blob unique,
    code_until integer,
    token blob unique,
    paired_at integer,
    seen_at integer,
    check ((code is null) = (code_until is null)),
    check ((code is null) = (token is not null)),
    check ((token is null) = (paired_at is null))
) strict;
