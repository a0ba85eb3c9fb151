"""A day's figures reckoned plainly from the rows, instant by instant: nothing of it is the program's own code."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from data.engine.connection import Connection

# How many are too many, how long is too long, and late.
PLAN = (4, 1_200_000, 60_000)
Rules = list[tuple[int, int, int, int]]


@dataclass(frozen=True)
class Plain:
    """What is compared."""

    arrivals: int
    by_hour: tuple[int, ...]
    in_time: int
    known: int
    zone_times: tuple[int, ...]
    waits: tuple[int, ...]
    over_counts: int
    over_count_length: int
    over_stays: int
    over_stay_length: int
    peak: int
    turned_away: int


def sweep(connection: Connection, day: date, now: int, zone: ZoneInfo) -> Plain:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    begins = int(midnight.timestamp()) * 1000
    ends = int(datetime(*(day + timedelta(days=1)).timetuple()[:3], tzinfo=zone).timestamp()) * 1000
    until = min(ends, now)
    visits = connection.execute(
        "select id, arrived_at, received_at, handed_over_at, left_at, ended from visits order by id"
    ).fetchall()
    stays: dict[int, list[tuple[int, int | None]]] = {row[0]: [] for row in visits}
    for visit, place, since, to in connection.execute("select visit_id, place, started_at, ended_at from stays"):
        if place == "lane" or place.startswith("bay"):
            stays[visit].append((since, to))
    came = [row for row in visits if begins <= row[1] < ends and row[5] != "turned_away"]
    hours = [datetime.fromtimestamp(row[1] / 1000, UTC).astimezone(zone).hour for row in came]
    done = [row for row in came if row[3] or row[4]]
    rules = _rules(connection)
    counts, lengths, peak = _over_counts(list(stays.values()), begins, ends, until, rules)
    too_long = [_too_long(found, now, rules) for found in stays.values()]
    over = sum(max(0, min(until, to) - max(since, begins)) for found in too_long for since, to in found)
    return Plain(
        len(came),
        tuple(hours.count(hour) for hour in range(24)),
        sum(row[2] is not None and not _is_late(row[1], row[2], rules) for row in came),
        sum(row[2] is not None or row[4] is not None for row in came),
        tuple(
            sorted(
                sum((to or 0) - since for since, to in stays[row[0]])
                for row in done
                if any(to != since for since, to in stays[row[0]]) and all(to for _, to in stays[row[0]])
            )
        ),
        tuple(sorted((row[3] or row[4]) - row[1] for row in done)),
        counts,
        lengths,
        sum(begins <= found[0][0] < until for found in too_long if found),
        over,
        peak,
        sum(begins <= row[1] < ends and row[5] == "turned_away" for row in visits),
    )


def _rules(connection: Connection) -> Rules:
    laid_down = [(-(10**15), *PLAN)]
    for at, text in connection.execute("select at, policy from policies order by id"):
        said = json.loads(text)
        laid_down.append((at, said["over_count"], 1000 * said["over_stay_s"], 1000 * said["late_reception_s"]))
    return laid_down


def _rule(rules: Rules, at: int) -> tuple[int, int, int]:
    return [rule[1:] for rule in rules if rule[0] <= at][-1]


def _is_late(arrived: int, received: int, rules: Rules) -> bool:
    """Ask just before each change, and just before the reception."""
    asked = [at for at, *_ in rules if arrived < at < received] + [received]
    return any(at - arrived > _rule(rules, at - 1)[2] for at in asked)


def _too_long(found: list[tuple[int, int | None]], now: int, rules: Rules) -> list[tuple[int, int]]:
    """Cut each stay where the rules change; of each piece, what is beyond what may be."""
    over, spent = [], 0
    for since, to in sorted(found, key=lambda each: (each[0], each[1] or now)):
        end = now if to is None else to
        cuts = sorted({since, end, *(at for at, *_ in rules if since < at < end)})
        for begins, ends in pairwise(cuts):
            free = max(0, _rule(rules, begins)[1] - spent)
            if ends - begins > free:
                over.append((begins + free, ends))
            spent += ends - begins
    return over


def _over_counts(
    cars: list[list[tuple[int, int | None]]], begins: int, ends: int, until: int, rules: Rules
) -> tuple[int, int, int]:
    """Ask at each instant something happened how many stood there from it on, and how many of them had before."""
    lasting = [[(since, to) for since, to in found if to is None or to > since] for found in cars]
    instants = {at for found in lasting for each in found for at in each if at is not None and begins < at <= until}
    instants |= {at for at, *_ in rules if begins < at <= until}
    marks = [begins, *sorted(instants), until]
    times, length, peak, was_over = 0, 0, 0, False
    for number, at in enumerate(marks[:-1]):
        if at >= ends:
            break
        after = [any(since <= at and (to is None or to > at) for since, to in found) for found in lasting]
        before = [any(since < at and (to is None or to >= at) for since, to in found) for found in lasting]
        # Whoever leaves leaves before whoever comes at the same instant; from bay to lane nobody leaves.
        stayed = sum(map(min, zip(before, after, strict=True)))
        many = _rule(rules, at)[0]
        is_over = sum(after) >= many
        if at == begins:
            was_over = stayed >= many
        times += is_over and (not was_over or stayed < many)
        length += max(0, marks[number + 1] - at) if is_over else 0
        peak = max(peak, sum(after))
        was_over = is_over
    return times, length, peak
