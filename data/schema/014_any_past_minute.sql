-- What the board was drawn from, every so many events. As `case_terms`, it is no record of its own: it follows from the
-- events before it, and can be made anew at any time.
create table past_marks (
    seq integer primary key check (seq > 0),
    kept integer not null,
    rows blob not null
) strict;
