"""A scripted clock: what people do at which instant, and every line that must then come on record, and no other.

A line that begins with `>` is done by somebody: time, station, verb, words; `! reason` at its end: it is refused. Any
other line must be put on record at that instant. The clock steps through every second, the milliseconds before and
after it, and every instant the script names; at each the stations look, as they do once a second.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from attended import ALL, sign

from data.escalations import record
from frontdesk.desk import lounge, policy, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.desk.escalations import record as escalation_record
from frontdesk.desk.people import duty, staff
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.escalations.terms import Action, Kind, LineKind, Why
from frontdesk.domain.people.roles import Role
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

SIGN_EVERY = 15_000
DAY_BEGAN = 36_000_000
"""What `10:00:00` is in milliseconds: the instant the test's clock stands at."""

PEOPLE = {"guard": "张三", "reception": "李四", "manager": "王芳"}
HOUR, MINUTE, SECOND = 3_600_000, 60_000, 1_000
FOUR = "> 10:00:00 guard arrive 苏A00001 苏A00002 苏A00003 苏A00004"
CALLED_AT_ONCE = """
10:00:00.000 over_count zone called guard L1
10:00:00.000 over_count zone called manager 王芳 L1
"""


def millis(text: str) -> int:
    """A time of day, 10:20:00.001, in milliseconds after midnight."""
    clock, _, rest = text.partition(".")
    hour, minute, second = map(int, clock.split(":"))
    return hour * HOUR + minute * MINUTE + second * SECOND + int(rest or 0)


def time_of(at: int) -> str:
    seconds, rest = divmod(at, SECOND)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"


@dataclass
class Script:
    """A store whose time passes as a script says."""

    open_desk: Callable[..., Desk]
    clock: ManualClock
    desks: dict[str, Desk] = field(default_factory=dict)
    there: set[str] = field(default_factory=lambda: set(ALL))

    def __post_init__(self) -> None:
        self._began = self.clock.at - DAY_BEGAN
        self.desks = {station: self.open_desk(station, who) for station, who in PEOPLE.items()}
        self._told, self._signed, self._found = 0, 0, list[str]()

    def play(self, text: str) -> tuple[list[str], list[str]]:
        """Play a script; return what it expects, and what came."""
        lines = [" ".join(line.split()) for line in text.strip().splitlines() if line.strip()]
        deeds = [line[1:].split() for line in lines if line.startswith(">")]
        expected = [line for line in lines if not line.startswith(">")]
        at_instant: dict[int, list[list[str]]] = {}
        for deed in deeds:
            at_instant.setdefault(millis(deed[0]), []).append(deed[1:])
        named = [*at_instant, *(millis(line.split()[0]) for line in expected)]
        for at in instants(named):
            self._pass_to(at, at_instant.get(at, []))
        return expected, self._found

    def _pass_to(self, at: int, deeds: list[list[str]]) -> None:
        self.clock.at = self._began + at
        desk = self.desks["guard"]
        if at - self._signed >= SIGN_EVERY:
            self._signed = at
            sign(desk, self.clock.at, self.there)
            self._snapshot = desk.snapshot()
        for deed in deeds:
            self._do(deed)
            self._snapshot = desk.snapshot()
        if self._snapshot.has_news(self.clock.at):
            assert handling.evaluate(desk) is not None, f"{time_of(at)}: news, and nothing to put on record"
            self._snapshot = desk.snapshot()
        assert not self._snapshot.has_news(self.clock.at), f"{time_of(at)}: still news after it was put on record"
        self._told, fresh = desk.read(lambda connection: record.after(connection, self._told))
        self._found += [self._line(step) for step in fresh]

    def _do(self, deed: list[str]) -> None:
        refusal = deed[deed.index("!") + 1] if "!" in deed else ""
        station, verb, *words = deed[: deed.index("!")] if refusal else deed
        try:
            VERBS[verb](self, self.desks.get(station, self.desks["manager"]), words)
        except Refused as refused:
            assert refused.reason.value == refusal, f"{deed}: {refused.reason} {refused.facts}"
        else:
            assert not refusal, f"{deed}: not refused"

    def _line(self, step: RecordLine) -> str:
        about = escalation_record.page(self.desks["guard"], step.escalation).escalation
        words = [time_of(step.at - self._began), about.kind.value, about.plate or "zone", step.kind.value]
        words += [step.role, step.who, _more(step), f"L{step.level}" if step.role else ""]
        words.append(f"late {step.late}" if step.role and step.late else "")
        words.append("" if step.delivered else f"undelivered {step.detail}")
        return " ".join(word for word in words if word)

    def number_of(self, kind: str, plate: str = "") -> int:
        """The latest crossing of a kind."""
        found = escalation_record.lately(self.desks["guard"])
        return next(e.id for e in found if e.kind == kind and (not plate or e.plate == plate))

    def task_of(self, errand: str, plate: str) -> int:
        snapshot = self.desks["guard"].snapshot()
        return next((task.id for task in snapshot.tasks if (task.errand, task.plate) == (errand, plate)), 999)


def instants(named: list[int]) -> list[int]:
    """Every instant at which something could happen, from the first named one to the last."""
    first, last = min(named), max(named)
    seconds = range(first - first % SECOND, last + SECOND, SECOND)
    around = {at + off for at in (*seconds, *named) for off in (-1, 0, 1)}
    return sorted(at for at in around if first <= at <= last)


def _more(step: RecordLine) -> str:
    if step.kind is LineKind.CLEARED:
        return str(json.loads(step.detail)["outcome"])
    if step.kind is LineKind.DONE:
        return str(json.loads(step.detail)["errand"])
    if step.kind is LineKind.ACTED:
        return str(json.loads(step.detail)["action"])
    return str(json.loads(step.detail)["why"]) if step.kind is LineKind.EXPLAINED else ""


def _arrive(script: Script, desk: Desk, words: list[str]) -> None:
    """Cars come, and are received at once; `unreceived` as the last word: they are not."""
    for plate in map(Plate, words):
        if plate != "unreceived":
            zone.arrive(desk, plate)
            if words[-1] != "unreceived":
                zone.receive(desk, plate)
                zone.make_work_order(desk, plate)


def _act(script: Script, desk: Desk, words: list[str]) -> None:
    kind, action, *plates = words
    number = script.number_of(kind, plates[0] if kind == Kind.OVER_STAY else "")
    seen = escalation_record.page(desk, number).escalation.acted_at
    decisions.act(desk, number, Action(action), tuple(map(Plate, plates)), seen=seen)


def _duty(script: Script, desk: Desk, words: list[str]) -> None:
    role, name, until = words
    duty.hand_over(desk, Role(role), name, script._began + millis(until))


def _policy(script: Script, desk: Desk, words: list[str]) -> None:
    chain = tuple(word.replace("/", " ") for word in words[1:])
    policy.load(desk, Policy(chain_repeat_s=int(words[0]), chain=chain))


def _each(command: Callable[..., object]) -> Callable[[Script, Desk, list[str]], None]:
    def do(script: Script, desk: Desk, words: list[str]) -> None:
        for plate in words:
            command(desk, plate)

    return do


VERBS: dict[str, Callable[[Script, Desk, list[str]], object]] = {
    "arrive": _arrive,
    "leave": _each(zone.leave),
    "receive": _each(zone.receive),
    "move": lambda script, desk, words: zone.move(desk, Plate(words[0]), *words[1:]),
    "tell": lambda script, desk, words: handling.tell(desk, script.number_of(*words)),
    "acknowledge": lambda script, desk, words: handling.acknowledge(desk, script.number_of(*words)),
    "act": _act,
    "explain": lambda script, desk, words: handling.explain(desk, script.number_of(words[0]), Why(words[1])),
    "done": lambda script, desk, words: tasks.done(desk, script.task_of(*words)),
    "undo": lambda script, desk, words: undo.undo(desk),
    "fire": _each(staff.remove),
    "duty": _duty,
    "duty_ends": lambda script, desk, words: duty.end(desk, Role(words[0])),
    "policy": _policy,
    "call": lambda script, desk, words: lounge.call(desk, int(words[0])),
    "no_show": lambda script, desk, words: lounge.no_show(desk, int(words[0])),
    "restore": lambda script, desk, words: lounge.restore(desk, int(words[0])),
    "renew": lambda script, desk, words: lounge.renew(desk, int(words[0])),
    "bring_back": lambda script, desk, words: lounge.bring_back(desk, int(words[0])),
    "off": lambda script, desk, words: script.there.discard(words[0]),
    "on": lambda script, desk, words: script.there.add(words[0]),
    "nothing": lambda script, desk, words: None,
}
