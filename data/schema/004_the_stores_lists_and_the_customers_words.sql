-- 0.4: a promise that was entered wrongly is withdrawn; channels and kinds are the store's own list.

alter table clocks add column withdrawn integer not null default 0
    check (withdrawn in (0, 1) and (withdrawn = 0 or (name = 'promised' and lifted_at is not null)));

-- What a customer said, folded, and by which two signs that stand together it is found. As `case_terms`, it is no record
-- of its own: it can be made anew at any time.
create table case_texts (
    complaint_id integer primary key references complaints (id) on delete cascade,
    folded text not null
) strict;
create table case_words (
    term text not null,
    complaint_id integer not null,
    primary key (term, complaint_id)
) strict, without rowid;

-- What a channel and a kind may be, the policy says.
alter table complaints rename column channel to channel_003;
alter table complaints rename column kind to kind_003;
alter table complaints add column channel text not null default 'phone' check (channel <> '');
alter table complaints add column kind text not null default 'service' check (kind <> '');
update complaints set channel = channel_003, kind = kind_003;
alter table complaints drop column channel_003;
alter table complaints drop column kind_003;
