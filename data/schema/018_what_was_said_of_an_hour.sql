-- What was said of the hour after an instant, once in each half hour. As `day_figures`, it is nobody's deed: no event
-- tells of it. Whether it came so follows from the escalations.
create table outlooks (
    half_hour integer primary key,
    at integer not null,
    probability real not null check (probability between 0 and 1),
    basis_days integer not null check (basis_days > 0)
) strict;
