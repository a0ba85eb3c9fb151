"""Which of several jobs on a car is meant."""

from collections.abc import Callable

from frontdesk.domain.progress.progress import Job, Progress
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.progress import job_line
from screens.kit.choose import ChooseDialog
from screens.kit.station import Station
from screens.kit.store_zone import store_zone


def open_jobs(car: Progress) -> list[Job]:
    """Return the jobs that are not over, the one that is worked on first."""
    return sorted((job for job in car.jobs if not job.is_ended), key=lambda job: job.state != "working")


def choose_job(station: Station, car: Progress, jobs: tuple[Job, ...], then: Callable[[Job], None]) -> None:
    """Ask which job is meant; nothing happens where none is chosen."""
    zone = store_zone(station.latest())

    def chosen(place: int | None) -> None:
        if place is not None:
            then(jobs[place])

    station.open(
        ChooseDialog(
            lambda: _("{plate}: which job?").format(plate=show_plate(car.plate)),
            lambda: [(job_line(job, zone, station.now), "", True) for job in jobs],
        ),
        chosen,
    )
