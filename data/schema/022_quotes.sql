-- Quotations: made from what the customer gives, kept, and corrected only by a newer one (Q8). Money in whole yuan.

create table quotes (
    id integer primary key autoincrement,
    matter_id integer references matters (id),
    complaint_id integer references complaints (id),
    at integer not null,
    who text not null check (who <> ''),
    asked text not null check (asked <> ''),
    lines text not null check (json_valid(lines)),
    total_min integer not null check (total_min >= 0),
    total_max integer not null check (total_max >= total_min),
    valid_until integer not null check (valid_until > at),
    check ((matter_id is null) <> (complaint_id is null))
) strict;
create index quotes_by_matter on quotes (matter_id, id) where matter_id is not null;
create index quotes_by_case on quotes (complaint_id, id) where complaint_id is not null;
