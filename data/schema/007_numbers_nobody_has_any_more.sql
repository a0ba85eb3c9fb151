-- A phone number that nobody refers to any more is deleted once nothing can be undone that would bring it back.

create table phones_let_go (
    phone_id integer primary key references phones (id) on delete cascade,
    at integer not null
) strict;

-- What was let go before this was noted: by undoing, by correcting, by leaving the staff.
insert into phones_let_go (phone_id, at)
    select id, 0 from phones p
    where not exists (select 1 from complaints c where c.phone_id = p.id)
        and not exists (select 1 from staff s where s.phone_id = p.id and s.active = 1)
        and not exists (select 1 from drafts d where d.phone_id = p.id);
