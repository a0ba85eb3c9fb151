"""The sentences of refusals about holidays."""

from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.holidays import hours_example
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    HolidayReason.HOLIDAY_DAYS: N_(
        "{first} to {last} cannot be planned. Right would be 1 to {most} days that begin after today, within a year."
    ),
    HolidayReason.HOLIDAY_PLANNED: N_("No. {number} is the plan of {first} to {last} already."),
    HolidayReason.NO_HOLIDAY_PLAN: N_("No. {number} is no plan of a holiday. See frontdesk holidays."),
    HolidayReason.NO_HOLIDAY_NOTICE: N_("For No. {number} no notice is written yet: write it first."),
    HolidayReason.NOTICE_HOURS: N_("“{text}” says no hours of a day of this holiday. Right would be {right}."),
    HolidayReason.NOTICE_SAME: N_("The notice of No. {number} says exactly that already, in its version {version}."),
    HolidayReason.NOTICE_INCOMPLETE: N_(
        "The notice of No. {number} does not say whom customers ring: fill in the phone and the emergency contact."
    ),
    HolidayReason.NOTICE_UNSIGNED: N_(
        "Version {version} of the notice of No. {number} is not signed: the service manager signs it first."
    ),
    HolidayReason.NOTICE_STALE: N_(
        "The store's calendar was changed since version {version} of the notice of No. {number} was written, so its"
        " hours may be wrong: write it anew, it takes the hours of now."
    ),
    HolidayReason.POSTED_ALREADY: N_("{who} said {when} that it stands there: {channel}."),
}


def _hours(facts: Facts, _said: Said) -> str:
    days = facts.get("days")
    return hours_example(days) if isinstance(days, tuple) else "—"


REFUSALS = Refusals(SENTENCES, facts={HolidayReason.NOTICE_HOURS: ("right", _hours)})
