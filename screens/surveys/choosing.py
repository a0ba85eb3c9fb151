"""Which survey: those on record, and a new draft for this year or the next (Q7, S11)."""

from functools import partial

from frontdesk.desk.surveys import surveys
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.surveys.survey import SurveyKind
from frontdesk.domain.values.clock import to_datetime
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.surveys import heading
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.station import Station
from screens.surveys.page import SurveyDialog


async def choose(station: Station) -> None:
    """Let a survey be chosen, the newest first, or a new draft begun."""
    found = await station.ask(surveys.every)
    if found is None:
        return
    newest = list(reversed(found))
    year = to_datetime(station.now, OpeningHours.of(station.latest().policy).zone).year
    new = [(of, kind) for of in (year, year + 1) for kind in SurveyKind]
    drafts = [(of, kind) for of, kind in new if all((each.plan.year, each.plan.kind) != (of, kind) for each in found)]

    def entries() -> list[Entry]:
        new = (_("new draft: {year} {kind}").format(year=of, kind=word(kind)) for of, kind in drafts)
        return [(said, "", True) for said in (*(heading(each)[:60] for each in newest), *new)]

    async def chosen(place: int | None) -> None:
        if place is None:
            return
        if place < len(newest):
            station.open(SurveyDialog(station, newest[place].id))
            return
        of, kind = drafts[place - len(newest)]
        answer = await station.perform(partial(surveys.draft, year=of, kind=kind))
        if answer is not None:
            station.open(SurveyDialog(station, answer.number))

    station.open(ChooseDialog(lambda: _("Surveys"), entries), chosen)
