-- What the days of the present day's class were like, read once a day and told to every station alike. As
-- `day_figures`, it is reckoned from the rows it follows from, and stands in no event.
create table habits (
    day text primary key,
    class text not null,
    most integer not null,
    days integer not null,
    per_half_hour text not null check (json_valid(per_half_hour)),
    lengths blob not null check (length(lengths) % 4 = 0)
) strict;
