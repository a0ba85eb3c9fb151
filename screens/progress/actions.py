"""The keys of the workshop, and the desk's for a car in repair (P1–P4)."""

from collections.abc import Callable, Collection
from functools import partial

from frontdesk.desk.escalations import tasks
from frontdesk.desk.progress import jobs
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.candidates import is_here
from frontdesk.domain.progress.checks import check_checkable, to_finish
from frontdesk.domain.progress.progress import Job, Progress
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.terms import JobState
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.words.i18n import N_
from screens.kit.actions import Action
from screens.kit.keys import DESK, WORKSHOP
from screens.kit.station import Station
from screens.zone.car_meant import begin_anew, car_meant, refuse

Open = Callable[[Station, Progress], None]

# ruff: noqa: PLC0415 - the first picture does without the dialogs


async def _with_plate(station: Station, then: Callable[[Plate], None]) -> None:
    try:
        plate, _at = await car_meant(station, is_here)
    except FrontdeskError as error:
        refuse(station, error)
        return
    then(plate)


async def _with_repair(open_: Open, station: Station) -> None:
    """Open a dialog about the car that is meant, where it is in repair."""

    def then(plate: Plate) -> None:
        car = next((each for each in station.latest().repairs if each.plate == plate), None)
        if car is None:
            refuse(station, Refused(ProgressReason.NOT_IN_WORKSHOP, plate=plate))
        else:
            open_(station, car)

    await _with_plate(station, then)


async def _assign(station: Station) -> None:
    """Ask for a job, for any car that is here: from then on its repair is followed."""
    from screens.progress.assign import AssignDialog

    await _with_plate(station, lambda plate: station.open(AssignDialog(station, plate), partial(_done, station)))


async def _perform(
    command: Callable[..., Result], states: Collection[JobState], station: Station, car: Progress
) -> None:
    """Do something with the job that is meant; where several could be, ask which."""
    fitting = [job for job in car.jobs if job.state in states]
    if len(fitting) < 2:
        if await station.perform(command, car.plate):
            begin_anew(station)
        return
    from screens.progress.which_job import choose_job

    def chosen(job: Job) -> None:
        station.run_worker(_on_job(command, station, car, job))

    choose_job(station, car, tuple(fitting), chosen)


async def _on_job(command: Callable[..., Result], station: Station, car: Progress, job: Job) -> None:
    if await station.perform(command, car.plate, job.id):
        begin_anew(station)


def _once_looked_at(then: Open, station: Station, car: Progress) -> None:
    """Go on, where the car is not still to be looked at because of what happened where it stood; else that first."""

    async def looked() -> None:
        from frontdesk.desk.incidents import cars

        found = await station.ask(cars.to_look_at)
        if found is None:
            return
        if any(each.check.plate == car.plate for each in found):
            from screens.incidents.cars_page import CarsDialog

            station.open(CarsDialog(station, car.plate))
        else:
            then(station, car)

    station.run_worker(looked())


async def _start(station: Station) -> None:
    """A job is begun or goes on; where a quality problem stops the car, the supervisor is asked to let it go on."""

    def begin(station: Station, car: Progress) -> None:
        if car.is_stopped:
            from screens.progress.release import ReleaseDialog

            station.open(ReleaseDialog(station, car), partial(_done, station))
        else:
            station.run_worker(_perform(jobs.start, (JobState.WAITING, JobState.HELD), station, car))

    await _with_repair(partial(_once_looked_at, begin), station)


async def _finish(station: Station) -> None:
    """The marked errand is done, or the job of the car that is meant."""
    errand = getattr(station, "errand", 0)
    if errand:
        await station.perform(tasks.done, errand)
        return

    def finish(station: Station, car: Progress) -> None:
        station.run_worker(_perform(jobs.done, to_finish(car), station, car))

    await _with_repair(partial(_once_looked_at, finish), station)


def _hold(station: Station, car: Progress) -> None:
    from screens.progress.hold import HoldDialog

    station.open(HoldDialog(station, car), partial(_done, station))


def _found(station: Station, car: Progress) -> None:
    from screens.progress.found import FoundDialog

    station.open(FoundDialog(station, car), partial(_done, station))


def _check(station: Station, car: Progress) -> None:
    try:
        check_checkable(car)
    except Refused as error:
        refuse(station, error)
        return
    from screens.progress.check import CheckDialog

    station.open(CheckDialog(station, car), partial(_done, station))


def _promise(station: Station, car: Progress) -> None:
    from screens.progress.promise import PromiseDialog

    station.open(PromiseDialog(station, car), partial(_done, station))


def _tell(station: Station, car: Progress) -> None:
    from screens.progress.tell import TellDialog

    station.open(TellDialog(station, car.id), partial(_done, station))


def _done(station: Station, is_done: object) -> None:
    if is_done:
        begin_anew(station)


ACTIONS = (
    Action(
        "f2", "assign_job", N_("assign work"), N_("Give a job on the car to a technician; its repair is followed."),
        _assign, WORKSHOP, WORKSHOP,
    ),
    Action("f3", "start_job", N_("begin work"), N_("A job is begun, or goes on."), _start, WORKSHOP, WORKSHOP),
    Action(
        "f4", "hold_job", N_("hold"), N_("A job waits: for parts, the customer, people; until when."),
        partial(_with_repair, _hold), WORKSHOP, WORKSHOP,
    ),
    Action(
        "f5", "found", N_("new problem"), N_("A problem was found: its job waits until the customer has decided."),
        partial(_with_repair, _found), WORKSHOP, WORKSHOP,
    ),
    Action(
        "f6", "check_job", N_("quality check"), N_("The quality check, once all work on the car is done."),
        partial(_with_repair, _check), WORKSHOP, WORKSHOP,
    ),
    Action(
        "f7", "finish_job", N_("finish"), N_("A job is finished, the wash is, or the errand that is marked."), _finish,
        WORKSHOP, WORKSHOP,
    ),
    Action(
        "f8", "promise", N_("ready time"), N_("When the car is ready: keep it or give a new time; where they wait."),
        partial(_with_repair, _promise), WORKSHOP, WORKSHOP,
    ),
    Action(
        "f10", "tell_customer", N_("tell"), N_("What the customer is to hear, and that they were told."),
        partial(_with_repair, _tell), WORKSHOP, WORKSHOP,
    ),
    Action(
        "", "repair", N_("car in repair"),
        N_("What the customer of a car in repair is to hear; told, decided, handed back."),
        partial(_with_repair, _tell), DESK,
    ),
)  # fmt: skip
