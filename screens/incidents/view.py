"""An incident at a glance: how grave, who has the command, who is called, what is done at once, each team's steps."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from textual.reactive import var

from frontdesk.desk.incidents.reading import Scene
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.runs.run import TO_DO, Run, RunEntry, StepOnRecord, StepState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.incidents import entry_line, heading, hurt_words, obstacles_words
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.register import contact_word
from frontdesk.words.runs import SIGNS
from frontdesk.words.runs import entry_line as run_line
from frontdesk.words.teams import team_word
from screens.kit.lines import Lines
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, fit, line, shortened, wrap
from screens.kit.store_zone import store_zone

_LINES_OF_LOG = 12
_LATEST = 2
"""So much of the log stands above the steps, where it is seen without scrolling."""


class Hint(Lines):
    """What Enter does, and Tab where there is another incident."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ("others",)

    others: var[bool] = var(default=False)

    def build(self, width: int) -> list[Line]:
        """Return it in as many lines as it takes."""
        said = [_("Enter: keep the line; without one: the steps"), _("Tab: another incident") if self.others else ""]
        return [line(Span(row, "plain")) for row in wrap(" · ".join(filter(None, said)), width)]


class IncidentView(LiveLines):
    """One incident, live."""

    REDRAWN_BY = ("scene",)

    scene: var[Scene | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return it from the most pressing on."""
        scene, snapshot = self.scene, self.snapshot
        if scene is None or snapshot is None:
            return [()]
        incident = scene.shown.incident
        head = heading(incident, self.now)
        tone = "prompt" if incident.is_open else "head"
        lines = [fit([Span(f" {row}", tone)], width, tone) for row in wrap(head, width - 1)]
        known = " · ".join([hurt_words(incident), *map(word, incident.facts), *filter(None, [incident.words])])
        lines += [line(Span(row)) for row in wrap(clean_line(known, None), width)]
        if incident.is_open and incident.contained_at is None:
            lines += self._at_once(scene, snapshot, width)
        log = self._log(scene, snapshot, width)
        lines += log[:_LATEST]
        for team, steps in _by_team(scene.run).items():
            said, tone = _team_line(team, steps)
            lines += [line(Span(row, tone)) for row in wrap(said, width)]
        if incident.is_open and scene.shown.obstacles:
            lines += [line(Span(row, "warn")) for row in wrap(obstacles_words(scene.shown.obstacles), width)]
        earlier = [line(Span("─" * width, "dim")), *log[_LATEST:]] if len(log) > _LATEST else []
        return [*lines, *earlier]

    def _at_once(self, scene: Scene, snapshot: Snapshot, width: int) -> Iterator[Line]:
        """Yield who is called with their numbers, and what whoever is there does first."""
        called = _called(scene.shown.incident.id, snapshot, self.now)
        for row in wrap(labelled(_("calling now"), " · ".join(called)), width) if called else ():
            yield line(Span(row, "warn"))
        playbook = scene.playbook
        if playbook is None:
            return
        if scene.shown.incident.is_drill:
            # Nobody may ring the fire brigade because of a drill.
            for row in wrap(_("DRILL: ring nobody outside, only say whom you would ring"), width):
                yield line(Span(row, "prompt"))
        numbers = (f"{each.details.phone} {clean_line(contact_word(each))}" for each in scene.contacts)
        for row in wrap(" · ".join(numbers), width) if scene.contacts else ():
            yield line(Span(row, "head"))
        for place, said in enumerate(playbook.first, start=1):
            for row in wrap(f"{place} {clean_line(said)}", width):
                yield line(Span(row, "key"))

    def _log(self, scene: Scene, snapshot: Snapshot, width: int) -> list[Line]:
        """Return what happened last first, of the incident and of its steps."""
        zone = store_zone(snapshot)
        told: list[tuple[Millis, str]] = [(each.at, entry_line(each, zone)) for each in scene.shown.entries]
        entries: tuple[RunEntry, ...] = scene.run.entries if scene.run else ()
        told += [(each.at, run_line(each, zone, self.now)) for each in entries if each.step]
        told.sort(key=lambda each: each[0])
        return [line(Span(shortened(said, width), "dim")) for _at, said in reversed(told[-_LINES_OF_LOG:])]


def _by_team(run: Run | None) -> dict[str, list[StepOnRecord]]:
    """Return each team's steps, in the order of the playbook; those of no team by the post they are for."""
    found: defaultdict[str, list[StepOnRecord]] = defaultdict(list)
    for each in run.wanted if run else ():
        found[team_word(each.step.team) if each.step.team else _("everybody")].append(each)
    return found


def _team_line(team: str, steps: list[StepOnRecord]) -> tuple[str, str]:
    """Return what a team has to do now, how much of its work is done, and how much comes later; and its tone."""
    to_do = [each for each in steps if each.state in TO_DO]
    counts = {state: sum(each.state is state for each in steps) for state in (StepState.DONE, StepState.WAITING)}
    said = [_("{count} done"), _("{count} later")]
    said = [each.format(count=count) for each, count in zip(said, counts.values(), strict=True) if count]
    said[:0] = (f"{SIGNS[e.state]} {clean_line(e.step.title)}{f' {e.who}' if e.who else ''}" for e in to_do)
    tone = "over" if any(each.state is StepState.FAILED for each in to_do) else "plain" if to_do else "dim"
    return labelled(team, " · ".join(said)), tone


def _called(number: int, snapshot: Snapshot, now: Millis) -> list[str]:
    """Return whom the alarm calls while nobody has answered it, each with their number."""
    alarm = next((each for each in snapshot.escalations if each.subject == Subject.of_incident(number)), None)
    if alarm is None or alarm.state is not State.RAISED:
        return []
    roles = dict.fromkeys(role for stage in alarm.plan.stages[: max(1, alarm.level)] for role in stage.roles)
    found = []
    for role in roles:
        person = snapshot.roster.on_duty(role, now)
        found.append(" ".join(filter(None, (word(role), person.name, person.phone))) if person else word(role))
    return found
