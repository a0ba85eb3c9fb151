"""The sentences of refusals about rescues, and about the parts that are fetched."""

from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.refusals import Facts, Refusals, Said
from frontdesk.words.rescues import FIELDS

SENTENCES: dict[Reason, str] = {
    RescueReason.NO_RESCUE: N_("There is no rescue No. {number}."),
    RescueReason.RESCUE_OVER: N_("Rescue No. {number} is over: nothing more is done about it."),
    RescueReason.RESCUE_FIELD: N_("The form lacks: {field}. Where, which car, who, a phone number, and what is wrong."),
    RescueReason.RESCUE_PAST: N_("It is {now}: right would be a time from {since} to now."),
    RescueReason.BAD_KM: N_("That is no mileage: right would be a whole number up to {right}."),
    RescueReason.SHORT_PHONE: N_(
        "{text} is too short to ring a customer up. Correct it, or say --unusual if that is the number."
    ),
    RescueReason.NO_PLAN_YET: N_("Rescue No. {number} has no plan yet: the supervisor makes it first."),
    RescueReason.PLAN_FIELD: N_("The plan lacks: {field}. Who leads it, and what is done."),
    RescueReason.PLAN_COST: N_("That is no estimate: right would be 800-1500 yuan, the smaller first."),
    RescueReason.PLAN_MINUTES: N_("How long? Right would be minutes: up to a day on the road, up to a week of work."),
    RescueReason.OLD_REVISION: N_(
        "Rescue No. {number} has plan {right} by now, not {was}. Tell the customer that one."
    ),
    RescueReason.CONSENT_WHY: N_("Why does the customer not agree? A few words, for the next plan."),
    RescueReason.CONSENT_FIRST: N_(
        "The customer has not agreed to the present plan of rescue No. {number}: ask them first."
    ),
    RescueReason.NOT_APPROVED: N_(
        "The director has not signed the present plan of rescue No. {number}: frontdesk sign {number}, or by phone."
    ),
    RescueReason.DEPARTED: N_("The team of rescue No. {number} left at {at}."),
    RescueReason.NOT_DEPARTED: N_("The team of rescue No. {number} has not left yet."),
    RescueReason.ARRIVED: N_("The team of rescue No. {number} arrived at {at}."),
    RescueReason.NOT_ARRIVED: N_("The team of rescue No. {number} has not arrived yet."),
    RescueReason.PERSON_OUT: N_("{name} is out with rescue No. {number}: plan somebody else."),
    RescueReason.VEHICLE_OUT: N_("{vehicle} is out with rescue No. {number}: take another one."),
    RescueReason.WITHOUT_PARTS: N_("Not handed out yet: {parts}. Hand them out, or say how they follow."),
    RescueReason.ETA_PAST: N_("{at} is no time of arrival: right would be one after {since}, within two days."),
    RescueReason.ETA_SAME: N_("The customer waits for {at} already."),
    RescueReason.ETA_WHY: N_("Why does the team arrive at another time? A few words: the customer will ask."),
    RescueReason.CONTACT_WORDS: N_("What did the team say? One line."),
    RescueReason.CHECK_WORDS: N_("What is otherwise than planned: the fault, or which parts? One line."),
    RescueReason.CHECKED: N_(
        "Fault and parts of rescue No. {number} were checked at {at}."
        " What came up since: note it as word from the road."
    ),
    RescueReason.NOTHING_TO_READ: N_("There is nothing in rescue No. {number} that {name} has still to read."),
    RescueReason.RESULT_WORDS: N_("Why is the customer not satisfied, or called it off? A few words."),
    RescueReason.RESULT_TOO_SOON: N_("Fault and parts of rescue No. {number} are confirmed on site first."),
    RescueReason.NO_RESULT: N_("Rescue No. {number} goes on: the customer is asked how it was afterwards."),
    RescueReason.BAD_MARK: N_("A mark is 1, 2, 3, 4 or 5; 5 is best."),
    PartReason.NO_PART: N_("There is no part No. {number} that was asked for."),
    PartReason.PART_NAME: N_("Which part, and how many? A name, and 1 to {right} of it."),
    PartReason.MAY_NOT_FLY: N_("{part} may not go by air: send it by road or courier, and tell the customer."),
    PartReason.NOT_RELEASED: N_("{part} is monitored: its maker has to approve it first. Tell the customer."),
    PartReason.PART_STATE: N_("{part} (No. {number}) is “{state}” since {who}: that cannot be done with it now."),
    PartReason.PART_ETA: N_("{at} is no time for a part to come: right would be one after now ({now}), within a year."),
    PartReason.MONITORED_LATE: N_(
        "{part} is “{state}” already: that its maker approves it first can be said only before it is ordered."
    ),
    PartReason.PARTS_UNSIGNED: N_(
        "{part} leaves the store only against the plan with the director's signature: rescue No. {number} has none."
    ),
    PartReason.OK_ALREADY: N_("The maker approved {part} at {at}."),
    PartReason.NOT_MONITORED: N_("{part} is not monitored: its maker need not approve it."),
}


def _field(facts: Facts, _said: Said) -> str:
    name = FIELDS.get(str(facts.get("field")))
    return _(name) if name else ""


REFUSALS = Refusals(
    SENTENCES, facts=dict.fromkeys((RescueReason.RESCUE_FIELD, RescueReason.PLAN_FIELD), ("field", _field))
)
