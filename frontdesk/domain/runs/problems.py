"""What is not right in a playbook although each of its fields is a text, a list or a yes-or-no."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.teams import Team
from frontdesk.domain.runs.evidence import evidence_of
from frontdesk.domain.runs.playbook import (
    EACH_THING,
    HAND_BACK,
    IN_TITLE,
    KEY_FORM,
    LEAST_FIRST,
    MOST_FIRST,
    MOST_STEPS,
    OF_HOLIDAY,
    OUTSIDE,
    SINCE_START,
    TITLE_LIMIT,
    About,
    Fact,
    Playbook,
    PlaybookKind,
    Step,
    each_of,
    term_of,
)
from frontdesk.domain.runs.reasons import PlaybookDetail
from frontdesk.domain.stations.station import StationKind

ROLES, TEAMS, ABOUT, KINDS = (tuple(map(str, kind)) for kind in (Post, Team, About, PlaybookKind))
THINGS = ("supply", "equipment", "vehicle", "tool")
STATIONS = tuple(str(station) for station in StationKind if station is not StationKind.LOUNGE)


class Problem(NamedTuple):
    """Something that is not right. `part`, `place`: which list and which of its entries; empty: the playbook itself."""

    part: str
    place: int
    field: str
    value: str
    right: PlaybookDetail
    choices: tuple[str, ...] = ()
    """What it may be, or the steps that wait for each other."""


def problems(playbook: Playbook) -> list[Problem]:
    """Return everything that is not right, in the order it stands in the file."""
    found = [*_named("", 0, playbook.key, playbook.title)]
    found += _one_of("", 0, "about", playbook.about, ABOUT if playbook.key != HAND_BACK else (About.CAR.value,))
    found += _one_of("", 0, "kind", playbook.kind, KINDS)
    found += _at_once(playbook)
    found += _unique("facts", playbook.facts)
    for place, fact in enumerate(playbook.facts):
        found += _named("facts", place, fact.key, fact.title)
    if not 0 < len(playbook.steps) <= MOST_STEPS:
        found.append(Problem("", 0, "steps", str(len(playbook.steps)), PlaybookDetail.STEP_COUNT))
    found += _unique("steps", playbook.steps)
    for place, step in enumerate(playbook.steps):
        found += _of_step(playbook, place, step)
    if playbook.steps and all(step.when for step in playbook.steps):
        found.append(Problem("", 0, "steps", playbook.steps[0].title, PlaybookDetail.ONE_ALWAYS))
    if cycle := _cycle(playbook):
        place = next(place for place, step in enumerate(playbook.steps) if step.key == cycle[0])
        found.append(Problem("steps", place, "after", cycle[0], PlaybookDetail.NO_CYCLE, cycle))
    return [*found, *_due_too_early(playbook)]


def before(playbook: Playbook, step: Step) -> set[str]:
    """Return the steps that must be done before one, at first or second hand."""
    found: set[str] = set()
    left = list(step.after)
    while left:
        key = left.pop()
        if key not in found:
            found.add(key)
            earlier = playbook.step(key)
            left += earlier.after if earlier else ()
    return found


def _at_once(playbook: Playbook) -> Iterator[Problem]:
    """Of an incident it is said what is done at once; of nothing else."""
    is_incident = playbook.kind == PlaybookKind.INCIDENT
    if not (LEAST_FIRST <= len(playbook.first) <= MOST_FIRST if is_incident else not playbook.first):
        right = PlaybookDetail.FIRST_COUNT if is_incident else PlaybookDetail.FIRST_OF_INCIDENT
        yield Problem("", 0, "first", str(len(playbook.first)), right)
    for line in playbook.first:
        if not 0 < len(line) <= TITLE_LIMIT:
            yield Problem("", 0, "first", line, PlaybookDetail.TITLE_FORM)
    for contact in playbook.contacts:
        yield from _one_of("", 0, "contacts", contact, OUTSIDE)


def _of_step(playbook: Playbook, place: int, step: Step) -> Iterator[Problem]:
    yield from _named("steps", place, step.key, step.title)
    for field, value, choices in (
        ("role", step.role, ROLES), ("team", step.team, TEAMS), ("station", step.station, STATIONS),
        ("when", step.when, tuple(fact.key for fact in playbook.facts)),
    ):  # fmt: skip
        yield from _one_of("steps", place, field, value, choices, may_be_empty=True)
    if playbook.about == About.CHECK:
        for field, value in (("after", ", ".join(step.after)), ("due", step.due), ("when", step.when)):
            if value:
                yield Problem("steps", place, field, value, PlaybookDetail.NOT_IN_CHECK)
    others = tuple(each.key for each in playbook.steps if each.key != step.key)
    for key in step.after:
        yield from _one_of("steps", place, "after", key, others)
    if step.due and (term := term_of(step.due)) is None:
        yield Problem("steps", place, "due", step.due, PlaybookDetail.DUE_FORM)
    elif step.due and term is not None and term.since:
        yield from _one_of("steps", place, "due", term.since, (SINCE_START, OF_HOLIDAY, *others))
    yield from _each(place, step)
    yield from _repeated(playbook, place, step, others)
    if evidence_of(step.evidence) is None:
        yield Problem("steps", place, "evidence", step.evidence, PlaybookDetail.EVIDENCE_FORM)


def _each(place: int, step: Step) -> Iterator[Problem]:
    """Of what there is one step for each stands in its title, and in no other's."""
    each = each_of(step.each)
    if step.each and (each is None or (each.what == EACH_THING and each.kind not in THINGS)):
        yield Problem("steps", place, "each", step.each, PlaybookDetail.EACH_FORM, THINGS)
        return
    wanted = each.in_title if each else ""
    if any((sign in step.title) is not (sign == wanted) for sign in IN_TITLE.values()):
        yield Problem("steps", place, "title", step.title, PlaybookDetail.EACH_TITLE)


def _repeated(playbook: Playbook, place: int, step: Step, others: tuple[str, ...]) -> Iterator[Problem]:
    """What is repeated says how often, and until which step that does not wait for it."""
    term = term_of(step.repeat)
    if step.repeat and (term is None or term.since):
        yield Problem("steps", place, "repeat", step.repeat, PlaybookDetail.REPEAT_FORM)
    if bool(step.repeat) is not bool(step.until):
        yield Problem("steps", place, "repeat", step.repeat or step.until, PlaybookDetail.REPEAT_UNTIL)
    elif step.until:
        yield from _one_of("steps", place, "until", step.until, others)
        end = playbook.step(step.until)
        if end is not None and (end.each or end.when not in {"", step.when} or step.key in before(playbook, end)):
            yield Problem("steps", place, "until", step.until, PlaybookDetail.REPEAT_UNTIL)


def _due_too_early(playbook: Playbook) -> list[Problem]:
    """A time that counts from another step is known only where that one comes first."""
    return [
        Problem("steps", place, "due", step.due, PlaybookDetail.DUE_BEFORE, (term.since,))
        for place, step in enumerate(playbook.steps)
        if (term := term_of(step.due))
        and playbook.step(term.since)
        and term.since not in {step.key, *before(playbook, step)}
    ]


def _named(part: str, place: int, key: str, title: str) -> Iterator[Problem]:
    if not KEY_FORM.fullmatch(key) or (part == "steps" and key in {SINCE_START, OF_HOLIDAY}):
        yield Problem(part, place, "key", key, PlaybookDetail.KEY_FORM)
    if not 0 < len(title) <= TITLE_LIMIT:
        yield Problem(part, place, "title", title, PlaybookDetail.TITLE_FORM)


def _unique(part: str, entries: Iterable[Step | Fact]) -> Iterator[Problem]:
    keys: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for place, entry in enumerate(entries):
        if keys[entry.key]:
            yield Problem(part, place, "key", entry.key, PlaybookDetail.KEY_TWICE)
        if titles[entry.title]:
            yield Problem(part, place, "title", entry.title, PlaybookDetail.TITLE_TWICE)
        keys[entry.key] += 1
        titles[entry.title] += 1


def _one_of(
    part: str, place: int, field: str, value: str, choices: tuple[str, ...], *, may_be_empty: bool = False
) -> Iterator[Problem]:
    if value not in choices and not (may_be_empty and not value):
        right = PlaybookDetail.ONE_OF if choices else PlaybookDetail.NOTHING_TO_NAME
        yield Problem(part, place, field, value, right, choices)


def _cycle(playbook: Playbook) -> tuple[str, ...]:
    """Return steps that wait for each other in a ring, or nothing."""
    after = {step.key: tuple(key for key in step.after if key != step.key) for step in playbook.steps}
    left = dict(after)
    while ready := [key for key, keys in left.items() if not set(keys) & set(left)]:
        for key in ready:
            del left[key]
    if not left:
        return ()
    ring = [next(iter(left))]
    while (following := next(key for key in after[ring[-1]] if key in left)) not in ring:
        ring.append(following)
    return tuple(ring[ring.index(following) :])
