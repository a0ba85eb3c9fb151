"""A random day for the demo: cars come, are received, inspected, repaired, and leave; some customers complain."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

from frontdesk.demo.script import Line, Script
from frontdesk.domain.values.plates import Plate, parse_plate

OPENS, LAST_ARRIVAL = 8 * 3600 + 35 * 60, 17 * 3600 + 15 * 60
"""The times between which cars arrive, in seconds after midnight."""

_MEAN_GAP_S = 300
_TELL_EVERY_S, _ROUND_EVERY_S = 45, 60
_DONE_EVERY_S, _TICKETS_EVERY_S, _EXPLAIN_EVERY_S = 50, 90, 600
_CITIES = "EEEEBBU"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def day(script: Script, known: list[Plate], rng: random.Random, start: int = OPENS) -> list[Line]:
    """Return what the staff do from `start` until closing time, in order. `known` are the plates that come again."""
    posts = {post: [m.name for m in script.staff if m.post == post] for post in ("guard", "advisor", "supervisor")}
    manager = next(m.name for m in script.staff if m.post == "manager")
    plates = _plates(known, rng)
    lines: list[Line] = []
    complaint = rng.randrange(len(script.complaints))
    at = start + 60
    while at < LAST_ARRIVAL:
        for _car in range(3 if rng.random() < 0.1 else 1):
            crew = {post: rng.choice(names) for post, names in posts.items()}
            at += rng.randint(15, 60)
            if rng.random() < 0.06:
                lines.append(Line(at, crew["guard"], "turn_away", next(plates)))
                continue
            lines += _visit(next(plates), at, crew, rng)
        if rng.random() < 0.12:
            complaint += 1
            told = script.complaints[complaint % len(script.complaints)]
            lines += _complaint(at, told, (posts["advisor"][0], manager), rng)
        at += round(rng.expovariate(1 / _MEAN_GAP_S))
    lines += [Line(t, posts["guard"][0], "tell") for t in range(start, LAST_ARRIVAL + 3600, _TELL_EVERY_S)]
    lines += [Line(t, manager, "round") for t in range(start, LAST_ARRIVAL + 3600, _ROUND_EVERY_S)]
    for who in (posts["guard"][0], posts["supervisor"][0]):
        lines += [Line(t, who, "done") for t in range(start, LAST_ARRIVAL + 3600, _DONE_EVERY_S)]
    lines += [Line(t, posts["advisor"][0], "tickets") for t in range(start, LAST_ARRIVAL + 3600, _TICKETS_EVERY_S)]
    lines += [Line(t, manager, "explain") for t in range(start, LAST_ARRIVAL + 3600, _EXPLAIN_EVERY_S)]
    return sorted(lines, key=lambda line: line.at)


def _visit(plate: Plate, at: int, crew: Mapping[str, str], rng: random.Random) -> list[Line]:
    received = at + (rng.randint(70, 240) if rng.random() < 0.2 else rng.randint(10, 55))
    ordered = received + 60 * rng.randint(3, 7)
    handed_over = ordered + 60 * (rng.randint(14, 20) if rng.random() < 0.12 else rng.randint(1, 6))
    ready = handed_over + 60 * rng.randint(25, 60)
    return [
        Line(at, crew["guard"], "arrive", plate, {"purpose": rng.choice(("maintenance", "maintenance", "repair"))}),
        Line(received, crew["advisor"], "receive", plate),
        Line(ordered, crew["advisor"], "work_order", plate),
        Line(handed_over, crew["supervisor"], "hand_over", plate),
        Line(ready, crew["guard"], "leave", plate),
    ]


def _complaint(at: int, told: Mapping[str, str], hands: tuple[str, str], rng: random.Random) -> list[Line]:
    case, (advisor, manager) = f"{at}", hands
    phone = f"138000{rng.randint(30000, 39999)}"
    details = {"case": case, "channel": rng.choice(("person", "phone", "online")), "customer": "", "phone": phone}
    start = Line(at, advisor, "register", details={**details, **told})
    steps = [("assign", 240), ("answer", 1200), ("resolve", 2100), ("confirm", 2700), ("close", 2800)]
    if told["severity"] == "major":
        steps.append(("inform", rng.choice((600, 2000))))
    note = {"assign": manager, "answer": "已电话答复。", "resolve": "客户接受处理结果。"}
    return [
        start,
        *(
            replace(start, at=at + later, who=manager, do=step, details={"case": case, "note": note.get(step, "")})
            for step, later in steps
        ),
    ]


def _plates(known: list[Plate], rng: random.Random) -> Iterator[Plate]:
    """Yield known plates and new ones; none comes again before all others have come."""
    new = [
        parse_plate(f"苏{rng.choice(_CITIES)}{n}{rng.choice(_LETTERS)}{rng.randint(0, 99):02d}")
        for n in rng.sample(range(10, 100), 30)
    ]
    pool = [*known, *new]
    rng.shuffle(pool)
    while True:
        yield from pool
