-- What was looked up of the weather and published, three days at a time: of each day the latest row counts.

create table forecasts (
    id integer primary key autoincrement,
    day text not null check (day <> ''),
    looked_up_at integer not null,
    who text not null check (who <> ''),
    source text not null check (source <> ''),
    ahead integer not null check (ahead between 0 and 2),
    sky text not null check (sky <> ''),
    low integer not null,
    high integer not null check (high >= low),
    rain_mm real check (rain_mm >= 0),
    snow_cm real check (snow_cm >= 0),
    gust_ms real check (gust_ms >= 0),
    warning text not null default '' check (warning in ('', 'blue', 'yellow', 'orange', 'red')),
    severe integer not null check (severe in (0, 1))
) strict;
create index forecasts_by_day on forecasts (day, id);
