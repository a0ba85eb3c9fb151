-- Numbers that are offered to the stores, in versions. A store knows each by its number, which is drawn at random:
-- a head office set up anew gives none that a store knows as something else.
create table policy_templates (
    number bigint primary key,
    name text not null,
    version integer not null,
    note text not null,
    numbers text not null,
    added_at bigint not null,
    added_by text not null,
    withdrawn_at bigint,
    withdrawn_by text,
    unique (name, version)
);
