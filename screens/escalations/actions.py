"""The station keys for escalations (Z5, Z6, Z7)."""

from functools import partial

from frontdesk.desk.escalations import record
from frontdesk.words.i18n import N_
from screens.escalations.answering import answer, show_all
from screens.kit.actions import Action
from screens.kit.keys import ALL, DESK, MANAGER
from screens.kit.station import Station


async def _look_back(station: Station) -> None:
    from screens.escalations.record import RecordList  # noqa: PLC0415 - the first picture does without it

    found = await station.ask(record.lately)
    if found is not None:
        station.open(RecordList(found, station.latest(), station.now), partial(_open_record, station))


def _open_record(station: Station, number: int | None) -> None:
    from screens.escalations.record import RecordPage  # noqa: PLC0415 - as above

    if number:
        station.open(RecordPage(number, station))


ACTIONS = (
    Action(
        "f8", "prompt", N_("prompt"),
        N_("Answer what is at the top: told, seen, done, or decide what to do."), answer, hint=ALL,
    ),
    Action(
        "f12", "prompts", N_("all prompts"), N_("Everything this station is asked, to answer any of it."), show_all,
        hint=MANAGER,
    ),
    Action(
        "ctrl+y", "record", N_("record"), N_("Look back on escalations: who was told when, what was done."),
        _look_back, DESK, MANAGER,
    ),
)  # fmt: skip
