"""The short forms of a holiday: the days of a plan, what customers are told (S2, S5)."""

from collections.abc import Sequence
from datetime import date, timedelta

from frontdesk.desk.holidays import notices, opening
from frontdesk.desk.holidays.notices import Edit
from frontdesk.desk.holidays.reading import ShownPlan
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.words.holidays import holiday_line, hours_example
from frontdesk.words.i18n import _
from screens.appointments.asking import Asked, AskForm, with_two_days
from screens.kit.station import Station


class HolidayForm(AskForm):
    """One of them: a day is typed as everywhere."""

    TOPIC = "holidays"


def open_form(station: Station, today: date, holiday: Holiday | None) -> HolidayForm:
    """Ask for the days of a plan that is opened by hand."""
    first, last = (holiday.first, holiday.last) if holiday else (today + timedelta(days=1),) * 2

    asked = (Asked("first", _("first day"), str(first)), Asked("last", _("last day"), str(last)))
    about = _("Its points are owed from now on, counted back from the first day.")
    return HolidayForm(station, _("Plan of a holiday"), about, asked, with_two_days(opening.open_by_hand, today))


def notice_form(station: Station, shown: ShownPlan) -> HolidayForm:
    """Ask what customers are told; the hours are the store's own but for the days that are typed."""
    number, said = shown.plan.id, shown.draft

    async def act(form: AskForm, texts: Sequence[str]) -> Result | None:
        contact, emergency, hours, words = texts
        return await form.perform(notices.write, number, Edit(contact, emergency, words, hours))

    asked = (
        Asked("contact", _("phone"), said.contact, _("the number customers ring")),
        Asked("emergency", _("emergency"), said.emergency, _("who answers day and night, with the number")),
        Asked("hours", _("other hours"), "", hours_example(shown.plan.days)),
        Asked("words", _("more words"), said.words, _("what else customers should know")),
    )
    return HolidayForm(station, _("Notice of a holiday"), holiday_line(shown.plan.holiday), asked, act)
