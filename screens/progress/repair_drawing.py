"""Draws the workshop's cars: by promise, with who works on them and since when the customer has heard nothing.

Pure: values in, lines out. It is drawn before Textual is loaded, too.
"""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from frontdesk.domain.escalations.tasks import Task
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.progress.progress import Job, Progress, is_soon
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import JobState, Stage, Waits
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.plates import NO_PLATE, Plate, show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import due_word, time_left, title_of
from frontdesk.words.phrases import case_number
from frontdesk.words.progress import found_line, said_stage, told_last
from frontdesk.words.times import rough_duration, short_time
from frontdesk.words.zone import place_at
from screens.kit.live import Live
from screens.kit.spans import Line, Span, ends, fit, line, shortened
from screens.kit.store_zone import store_zone

_WIDE = 112
"""From this width on the columns are wide enough for everything in them."""
_COLUMNS, _COLUMNS_WIDE = (11, 8, 20, 15, 13), (14, 12, 36, 22, 20)
"""How many cells the plate, the technician, the stage, the promise and the customer take."""
_STAGE_TONES = {
    Stage.READY: "ok",
    Stage.PAUSED: "over",
    Stage.FOR_CUSTOMER: "warn",
    Stage.FOR_PARTS: "warn",
    Stage.WAITING: "warn",
}
_SHOWN_FIRST = (JobState.WORKING, JobState.HELD, JobState.WAITING, JobState.DONE)
_SHOWN_OF_ONE = 4
"""How many rows the marked car has below the list."""
_RESCUES_SHOWN = 3


class DrawnRepairs(NamedTuple):
    """The lines, and what can be touched on each row: a plate, or an errand by its number."""

    lines: list[Line]
    spots: dict[int, Plate | int]


def draw_repairs(live: Live, width: int, room: int, *, chosen: Plate = NO_PLATE, errand: int = 0) -> DrawnRepairs:
    """Return the workshop in `room` rows: the cars, the errands, and more about the car that is marked."""
    snapshot = live.snapshot
    if snapshot is None:
        return DrawnRepairs([], {})
    now, zone = live.now, store_zone(snapshot)
    tasks = snapshot.tasks_at(StationKind.WORKSHOP, now)
    below = [*_of_one(snapshot, chosen, width, zone, now), *([()] if tasks else [])]
    rescues = snapshot.rescues_at(StationKind.WORKSHOP)
    waiting = [_rescue(each, width, now) for each in rescues[:_RESCUES_SHOWN]]
    shown = max(1, room - 2 - len(waiting) - len(below) - len(tasks))
    heading = _heading(snapshot, now)
    lines = [fit(heading, width), *waiting, _columns(width)]
    spots: dict[int, Plate | int] = {}
    cars = _in_view(snapshot.repairs, chosen, shown)
    for car in cars:
        spots[len(lines)] = car.plate
        lines.append(_row(car, snapshot, width, now, zone, marked=car.plate == chosen))
    if not cars:
        lines.append(fit([Span("   " + _("No car is in repair. F2: give a job to the car typed in."), "dim")], width))
    elif len(cars) < len(snapshot.repairs):
        lines[0] = ends(heading, [Span(f" +{len(snapshot.repairs) - len(cars)} ", "key")], width)
    lines += [()] * max(0, room - len(lines) - len(below) - len(tasks))
    lines += below
    for task in tasks:
        spots[len(lines)] = task.id
        lines.append(_errand(task, snapshot, width, marked=task.id == errand))
    return DrawnRepairs(lines[:room], spots)


def counts(snapshot: Snapshot, now: Millis) -> tuple[int, int, int]:
    """Return how many cars are in repair, of how many word is owed soon, and how many promises want an answer."""
    warning = snapshot.policy.promise_warning_s * SECOND
    soon = [car for car in snapshot.repairs if car.word_due is not None and is_soon(car.word_due, now)]
    return len(snapshot.repairs), len(soon), sum(car.needs_answer(now, warning) for car in snapshot.repairs)


def _heading(snapshot: Snapshot, now: Millis) -> list[Span]:
    here, soon, asked = counts(snapshot, now)
    spans = [Span(f" {_('in repair')} {here}", "head")]
    if soon:
        spans += [Span(" · ", "dim"), Span(f"{_('to be told')} {soon}", "warn")]
    if rescues := len(snapshot.rescues_at(StationKind.WORKSHOP)):
        spans += [Span(" · ", "dim"), Span(f"{word(MatterKind.RESCUE)} {rescues}", "over")]
    if asked:
        spans += [Span(" · ", "dim"), Span(f"{_('promises to confirm')} {asked}", "warn")]
    return spans


def _cells(width: int) -> tuple[int, ...]:
    return _COLUMNS_WIDE if width >= _WIDE else _COLUMNS


def _columns(width: int) -> Line:
    names = (_("plate"), _("technician"), _("stage"), _("ready by"), _("customer"))
    named = zip(names, _cells(width), strict=True)
    spans = [span for text, wide in named for span in fit([Span(shortened(text, wide - 1), "dim")], wide)]
    return fit([Span(" "), *spans, Span(_("job"), "dim")], width)


def _row(car: Progress, snapshot: Snapshot, width: int, now: Millis, zone: ZoneInfo, *, marked: bool) -> Line:
    job = shown_job(car)
    tone = "chosen" if marked else "head"
    plate, technician, stands, promise, heard = _cells(width)
    said = said_stage(car, zone, now)
    said = said if cell_len(said) < stands else word(stage(car))
    told = Span(shortened(said, stands - 1), _STAGE_TONES.get(stage(car), "plain"))
    job_said = _said_of(job, width) if job else ""
    if (several := len(car.work)) > 1:
        done = sum(each.is_ended for each in car.work)
        job_said = f"{done}/{several} {job_said}"
    return fit(
        [
            *fit([Span(f"{'▸' if marked else ' '}{show_plate(car.plate)}", tone)], plate + 1),
            *fit([Span(shortened(job.technician if job else "", technician - 1))], technician),
            *fit([told], stands),
            *fit(_promise(car, snapshot, now, zone), promise - 1),
            Span(" "),
            *fit(_heard(car, now, width), heard - 1),
            Span(" "),
            Span(shortened(job_said, max(1, width - sum(_cells(width)) - 1))),
        ],
        width,
    )


def _said_of(job: Job, width: int) -> str:
    """Return what a job is; where there is no room for both its title tells more than its sort."""
    title = clean_line(job.title)
    return f"{word(job.kind)} {title}".strip() if width >= _WIDE else title or word(job.kind)


def _promise(car: Progress, snapshot: Snapshot, now: Millis, zone: ZoneInfo) -> list[Span]:
    if car.promised_at is None:
        return [Span("–", "dim")]
    left = rough_duration(abs(car.promised_at - now))
    late = now > car.promised_at and car.ready_at is None
    asked = car.needs_answer(now, snapshot.policy.promise_warning_s * SECOND)
    said = _("late {time}").format(time=left) if late else left
    return [
        Span(f"{short_time(car.promised_at, zone, now)} ", "head"),
        Span(said, "over" if late else "warn" if asked else "plain"),
    ]


def _heard(car: Progress, now: Millis, width: int) -> list[Span]:
    """Return where the customer waits, and since when they have heard nothing."""
    silent = rough_duration(max(0, now - car.told_at))
    owed = car.word_due
    tone = "plain" if owed is None or not is_soon(owed, now) else "over" if now > owed.due_at else "warn"
    narrow = _("lounge") if car.waits is Waits.LOUNGE else _("gone")
    where = word(car.waits) if width >= _WIDE else narrow
    return [Span(f"{where} "), Span(silent, tone)]


def _of_one(snapshot: Snapshot, chosen: Plate, width: int, zone: ZoneInfo, now: Millis) -> list[Line]:
    """Return more about the marked car: when the customer heard last and hears next, and what was found."""
    car = next((each for each in snapshot.repairs if each.plate == chosen), None)
    if car is None:
        return []
    last = f"{show_plate(car.plate)} {told_last(car, zone, now)}"
    owed = car.word_due
    by = [Span(" · " + _("next by {time}").format(time=short_time(owed.due_at, zone, now)), "warn")] if owed else []
    found = [
        line(Span(shortened(f"   {found_line(each)}", width), "warn" if each.is_open else "dim")) for each in car.found
    ]
    return [(), fit([Span(f" {last}", "head"), *by], width), *found[-(_SHOWN_OF_ONE - 2) :]]


def _errand(task: Task, snapshot: Snapshot, width: int, *, marked: bool) -> Line:
    """Return an errand from a decision: F7 says that it is done."""
    place = place_at(task.place, snapshot.floor.places) if task.place else ""
    said = " → ".join(filter(None, (f"{show_plate(task.plate)} {word(task.errand)}", place)))
    mark = "▸" if marked else " "
    return ends([Span(f"{mark}{said}", "chosen" if marked else "task")], [Span(_("F7 done") + " ", "key")], width)


def _rescue(matter: Matter, width: int, now: Millis) -> Line:
    """Return a rescue that goes on: what is owed of it, by when, which car, and how it is opened (R2)."""
    due = matter.next_due
    owed = f"{due_word(due)} {time_left(due, now)} " if due is not None else ""
    said = f"‼ {word(matter.kind)} {case_number(matter.id)} {owed}· {title_of(matter)}"
    how = f"Ctrl+P {_('roadside rescue')} "
    tone = "over" if due is not None and now > due.due_at else "warn"
    return ends([Span(f" {shortened(said, width - cell_len(how) - 2)}", tone)], [Span(how, "key")], width)


def shown_job(car: Progress) -> Job | None:
    """Return the job a row tells of: what is worked on, else what waits, else what was done last."""
    for state in _SHOWN_FIRST:
        found = [job for job in car.jobs if job.state is state]
        if found:
            return found[-1] if state is JobState.DONE else found[0]
    return None


def _in_view(cars: tuple[Progress, ...], chosen: Plate, room: int) -> tuple[Progress, ...]:
    place = next((n for n, car in enumerate(cars) if car.plate == chosen), 0)
    top = max(0, min(place - room // 2, len(cars) - room))
    return cars[top : top + room]
