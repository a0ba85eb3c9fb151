"""A playbook: by which steps a thing is brought to its end, in which order, who does each, and what shows it."""

import re
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND, Millis

MOST_STEPS = 60
TITLE_LIMIT = 60
KEY_FORM = re.compile(r"[a-z][a-z0-9_]{0,29}")
"""How a playbook, a step and a fact are called in files and commands."""
SINCE_START = "start"
"""What a time counts from that counts from the start of the run; no step is called so."""

OF_HOLIDAY = "holiday"
"""What a time counts from, or back from, that goes by the first day of the holiday a run is for."""
HOLIDAY = "holiday_plan"
"""The playbook that is begun before each holiday (S2, S5, S10, S11)."""

LEAST_FIRST, MOST_FIRST = 2, 4
"""How many lines say what is done at once: so many are read."""
OUTSIDE = (
    "fire", "ambulance", "police", "traffic", "power", "water", "insurer", "rescue", "supplier", "neighbour",
    "authority", "legal", "media",
)  # fmt: skip
"""The kinds of contacts outside the store (S7)."""

HAND_BACK = "handback"
"""The playbook by which a car is handed back to its customer (P3)."""
OLD_PARTS = "old_parts"
"""The fact of that playbook that parts were replaced."""

EACH_AREA, EACH_CAR, EACH_THING = "areas", "cars", "things"
IN_TITLE = {EACH_AREA: "{area}", EACH_CAR: "{car}", EACH_THING: "{thing}"}
"""Where in the title of such a step stands what it is about."""

_UNITS = {"s": SECOND, "min": MINUTE, "h": HOUR, "d": DAY}
_TERM = re.compile(rf"(?:([a-z][a-z0-9_]{{0,29}}) *\+ *|({OF_HOLIDAY}) *- *)?([1-9]\d{{0,3}}) *(s|min|h|d)")
_EACH = re.compile(r"(areas|cars)|(things):([a-z]{1,20})")


class About(StrEnum):
    """What a playbook is carried out for."""

    STORE = "store"
    """Something that happens at the store: it is a matter of its own."""
    CAR = "car"
    """A car that is handed back to its customer (P3)."""
    HOLIDAY = "holiday"
    """The days of a holiday: its plan (S2)."""
    CHECK = "check"
    """Something the store looks at again and again: its steps are items, answered in any order (S3)."""


class PlaybookKind(StrEnum):
    """What sort of thing a playbook is written for."""

    WORK = "work"
    """Something that is done step by step."""
    INCIDENT = "incident"
    """Something that goes wrong (I5): its key is the kind of incident."""


class Fact(NamedTuple):
    """Something that may or may not be so, on which steps depend."""

    key: str
    title: str


class Step(NamedTuple):
    """One step, as the playbook says it."""

    key: str
    title: str
    role: str = ""
    """The post whose people do it, or those above them; empty: anybody."""
    team: str = ""
    station: str = ""
    """Where it is listed as to be done; empty: everywhere."""
    after: tuple[str, ...] = ()
    """The steps that must be done before it."""
    due: str = ""
    """By when: `2 min` after it can be begun, `start + 10 min`, `report + 5 min`, `holiday - 7 d`; empty: no time."""
    evidence: str = ""
    """What has to be given with it, as `frontdesk.domain.runs.evidence` reads it."""
    when: str = ""
    """The fact that must be so; where it is not, the step is left out."""
    optional: bool = False
    """Whether whoever does it may skip it, with a reason."""
    safety: bool = False
    """Whether the thing that is checked may not be used while this is not in order."""
    each: str = ""
    """For each of what it is one step of its own: `areas`, `cars`, `things:vehicle`; its title says which."""
    repeat: str = ""
    """How long after it was done it is to be done again, until another step ends: `30 min`."""
    until: str = ""
    """The step that ends that."""


class Playbook(NamedTuple):
    """One playbook."""

    key: str
    title: str
    about: str
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...] = ()
    kind: str = PlaybookKind.WORK.value
    first: tuple[str, ...] = ()
    """What whoever is there does at once; of an incident (I4)."""
    contacts: tuple[str, ...] = ()
    """Whom outside the store it may take to ring: kinds of contacts, the first one first (S7)."""

    def step(self, key: str) -> Step | None:
        """Return the step of this name, or None."""
        return next((step for step in self.steps if step.key == key), None)

    def fact(self, key: str) -> str:
        """Return the title of a fact; empty for none."""
        return next((fact.title for fact in self.facts if fact.key == key), "")


class PlaybookOnRecord(NamedTuple):
    """A playbook with its version; version 0 came with the program and was not used yet."""

    id: int
    version: int
    playbook: Playbook
    own: bool = False
    """Whether the store loaded it; else it came with the program."""
    at: Millis = 0
    """When it was put on record."""
    who: str = ""


class Term(NamedTuple):
    """How long a step has, and what that counts from: `start`, `holiday`, a step, or empty for when it can begin."""

    since: str
    length: Millis


def term_of(due: str) -> Term | None:
    """Return how long a step has; None where the text says no such thing."""
    found = _TERM.fullmatch(due)
    if found is None:
        return None
    length = int(found[3]) * _UNITS[found[4]]
    return Term(found[2], -length) if found[2] else Term(found[1] or "", length)


class Each(NamedTuple):
    """Of what there is one step for each; `kind`: of which kind of things."""

    what: str
    kind: str = ""

    @property
    def in_title(self) -> str:
        """What stands in the title in its place."""
        return IN_TITLE[self.what]


def each_of(text: str) -> Each | None:
    """Return of what there is one step for each; None where the text says no such thing."""
    found = _EACH.fullmatch(text)
    return Each(found[1] or found[2], found[3] or "") if found else None
