"""The station keys for cases (C1, C12)."""

from functools import partial

from frontdesk.desk.cases import drafts
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.journal.result import Result
from frontdesk.words.i18n import N_
from frontdesk.words.phrases import case_number
from screens.cases.draft import offered
from screens.cases.opening import open_case
from screens.cases.unfinished import Unfinished
from screens.kit.actions import Action
from screens.kit.feedback import Feedback
from screens.kit.keys import DESK
from screens.kit.station import Station


async def _register(station: Station) -> None:
    """Open the form for a new case. It is up before the next key is handled, so the next keys go into it."""
    from screens.cases.new_case_form import NewCaseForm  # noqa: PLC0415 - the first picture does without it

    unfinished = station.keeps(Unfinished)
    await _take_up_draft(station, unfinished)
    form = NewCaseForm(unfinished.draft, station)
    station.open(form, partial(_registered, station))


def _registered(station: Station, answer: Result | None) -> None:
    if answer is not None:
        station.say("")
        station.query_one(Feedback).told = (answer.seq, case_number(answer.number))


async def _take_up_draft(station: Station, unfinished: Unfinished) -> None:
    """Restore this person's unfinished draft, also after the station was closed or ended unexpectedly."""
    unfinished.belongs_to(station.live.actor.who if station.live.actor else "")
    if unfinished.draft.to_keep():
        return
    kept = await station.ask(drafts.find)
    if kept is not None:
        unfinished.draft.take_up(*kept, offered(station.latest().policy))


async def look_through(which: Filter, station: Station) -> None:
    """Open the list of cases, starting with the given filter."""
    from screens.cases.browser import CaseBrowser  # noqa: PLC0415 - the first picture does without it

    station.open(CaseBrowser(station, which), partial(open_case, station))


ACTIONS = (
    Action(
        "ctrl+n", "complaint", N_("new complaint"),
        N_("Register a complaint while the customer is speaking."), _register, DESK, DESK,
    ),
    Action(
        "ctrl+f", "find", N_("find cases"),
        N_("Find a case by part of what is known of it, and look through all of them: late, due today, to follow up."),
        partial(look_through, Filter.OPEN), DESK,
    ),
    Action(
        "ctrl+r", "closed", N_("closed cases"), N_("Look through closed complaints, to open one again."),
        partial(look_through, Filter.CLOSED), DESK,
    ),
)  # fmt: skip
