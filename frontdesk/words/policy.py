"""The meaning of each policy number, its unit, and the clause of the store's plan that it comes from.

`frontdesk policy show` prints it above the number, and the handbook's policy page is made from it.
"""

from dataclasses import fields
from typing import NamedTuple

from frontdesk.domain.policy.checks import bounds
from frontdesk.domain.policy.policy import Policy
from frontdesk.words.i18n import N_, _

_SECONDS = N_("seconds")
_CARS = N_("cars")
_PERCENT = N_("percent")
_WORKING_DAYS = N_("working days")
_DAYS = N_("days")
_COPIES = N_("copies")
_YEARS = N_("years")
_YUAN = N_("yuan")
_MILLIMETRES = N_("mm")
_CENTIMETRES = N_("cm")
_FORCE = N_("Beaufort")
_ROLES = N_("seconds and guard, advisor, manager, deputy, director, general_manager or team:command")


class Meaning(NamedTuple):
    """The effect of a number, its unit and its clause; English msgids. A value that is no number has no unit."""

    does: str
    unit: str = ""
    clause: str = ""


MEANINGS = {
    "store_name": Meaning(N_("The store's name, on screens, tickets and documents")),
    "time_zone": Meaning(N_("The store's time zone")),
    "province": Meaning(N_("The character put before a plate that is typed without one")),
    "bays": Meaning(N_("The names of the pre-inspection bays"), "", "Z2"),
    "temporary_capacity": Meaning(N_("So many cars fit into temporary parking"), _CARS, "Z5"),
    "repair_capacity": Meaning(N_("So many cars fit into the waiting-for-repair area"), _CARS, "Z5"),
    "workshop_bays": Meaning(N_("The names of the workshop's waiting bays"), "", "Z5"),
    "over_count": Meaning(N_("This many cars in the zone are an over-count"), _CARS, "Z5"),
    "over_count_warning": Meaning(N_("From this many cars on the zone is filling up"), _CARS, "Z5"),
    "over_stay_s": Meaning(N_("A car longer in the zone than this is an over-stay"), _SECONDS, "Z6"),
    "over_stay_warning_s": Meaning(N_("A car longer in the zone than this asks for attention"), _SECONDS, "Z6"),
    "camera_sure_percent": Meaning(
        N_("A plate that a camera at the gate is this sure of is registered without anybody looking"), _PERCENT, "Z4"
    ),
    "late_reception_s": Meaning(
        N_("A customer not received this long after arrival is a late reception"), _SECONDS, "Z4a"
    ),
    "late_reception_manager_s": Meaning(
        N_("A late reception goes to the manager too, this long after arrival"), _SECONDS, "Z4a"
    ),
    "crowding_target_percent": Meaning(
        N_("A half hour takes as many appointments as leave the zone this probability of an over-count, at most"),
        _PERCENT,
        "Z9",
    ),
    "book_from_s": Meaning(N_("So long before its time an appointment is made at the latest"), _SECONDS, "Z9"),
    "book_days": Meaning(N_("So many days ahead appointments are made at most"), _DAYS, "Z9"),
    "appointment_late_s": Meaning(
        N_("A customer who has not come this long after the time of the appointment is late"), _SECONDS, "Z9"
    ),
    "no_show_s": Meaning(
        N_("A customer who has not come this long after the time of the appointment is a no-show"), _SECONDS, "Z9"
    ),
    "came_before_s": Meaning(
        N_("A car that arrives at most this long before an appointment comes for it"), _SECONDS, "Z9"
    ),
    "came_after_s": Meaning(
        N_("A car that arrives at most this long after the time of an appointment comes for it, no-show or not"),
        _SECONDS,
        "Z9",
    ),
    "remind_at": Meaning(N_("When, on the opening day before, customers are to be reminded"), "", "Z9"),
    "sign_in": Meaning(
        N_('How people say who they are: "names", chosen from the staff list, or "pins" for what counts'), "", "S2"
    ),
    "undo_s": Meaning(N_("How long one's own last step can be taken back with F9"), _SECONDS),
    "head_informed_s": Meaning(
        N_("Within this the head of the outlet is informed of a major complaint"), _SECONDS, "C3"
    ),
    "chain": Meaning(
        N_("Who is called how long after an over-count or over-stay began, while nobody has taken it on"),
        _ROLES,
        "Z1 Z5 Z6",
    ),
    "chain_repeat_s": Meaning(N_("So often whoever was called last is called again"), _SECONDS, "Z5 Z6"),
    "act_within_s": Meaning(
        N_("Taken on, and nothing decided within this: it is raised again, one step up"), _SECONDS, "Z5 Z6"
    ),
    "verify_s": Meaning(N_("Decided, and not solved after this: it is raised again, one step up"), _SECONDS, "Z5 Z6"),
    "hold_s": Meaning(N_("A limit crossed again within this after it was over calls nobody anew"), _SECONDS, "Z5 Z6"),
    "explain_from_s": Meaning(
        N_("A crowding that lasted this long with nobody having acted asks why; a shorter one is only counted"),
        _SECONDS,
        "Z7",
    ),
    "reorder_s": Meaning(
        N_("A car whose jobs are re-ordered is expected to leave the zone within this"), _SECONDS, "Z6b"
    ),
    "diversion_s": Meaning(N_("A customer who waits longer in the lounge is asked about"), _SECONDS, "Z5a"),
    "full_answer_days": Meaning(N_("Within this a case is answered in full"), _WORKING_DAYS, "Q2"),
    "group_meeting_s": Meaning(
        N_("So soon after a case becomes major the emergency group meets; 0: it does not"),
        _SECONDS,
        "C14",
    ),
    "minutes_days": Meaning(N_("Within this the minutes of a meeting are written"), _WORKING_DAYS, "Q6"),
    "survey_rest_days": Meaning(N_("Whoever was asked in a survey is not drawn again for this long"), _DAYS, "Q7"),
    "visit_days": Meaning(N_("A customer with open business who was not visited for this long is listed"), _DAYS, "Q9"),
    "quality_answer_days": Meaning(N_("Within this the quality department answers in writing"), _WORKING_DAYS, "C5"),
    "on_site_s": Meaning(
        N_("Within this a customer with a major problem is visited, by the wall clock"), _SECONDS, "C6"
    ),
    "due_warning_s": Meaning(
        N_("How long before it is due a case's clock warns; a short one in its last third"), _SECONDS
    ),
    "follow_up_days": Meaning(N_("How long after a case is closed the customer is asked again"), _DAYS, "C8"),
    "penalty_cny": Meaning(
        N_("What an over-count or over-stay that led to a complaint costs the person responsible, per car"),
        _YUAN,
        "Z8",
    ),
    "penalty_word": Meaning(
        N_("The store's own word for what is charged, on screens and papers; empty: the program's"), "", "Z8"
    ),
    "complaint_chain": Meaning(
        N_("Who is called how long after a case's clock was missed, while nobody has taken it on"), _ROLES, "Q4"
    ),
    "complaint_act_within_s": Meaning(
        N_("Taken on, and the clock not met within this: it is raised again, one step up"), _SECONDS, "Q4"
    ),
    "progress": Meaning(
        N_(
            'Which cars are followed while they are in repair: "all", from the work order on, or "taken_up", those that'
            " the workshop gives to somebody"
        ),
        "",
        "P4",
    ),
    "progress_lounge_s": Meaning(
        N_("How long after they were told something a customer in the lounge is told again"), _SECONDS, "P4"
    ),
    "progress_away_s": Meaning(
        N_("How long after they were told something a customer who went away is told again, in opening hours"),
        _SECONDS,
        "P4",
    ),
    "progress_news_s": Meaning(
        N_("Within this a customer is told what happened: a new promise, a problem found, the car ready"),
        _SECONDS,
        "P4",
    ),
    "promise_warning_s": Meaning(
        N_("How long before a car is promised the workshop says whether that holds"), _SECONDS, "P4"
    ),
    "found_told_s": Meaning(N_("Within this at the latest a customer knows of a problem found"), _SECONDS, "P2"),
    "progress_wash": Meaning(N_('Whether a car is washed after its quality check: "always" or "never"'), ""),
    "customer_chain": Meaning(
        N_("Who is called how long after a customer should have been told something"), _ROLES, "P4"
    ),
    "customer_act_within_s": Meaning(
        N_("Taken on, and the customer not told within this: it is raised again, one step up"), _SECONDS, "P4"
    ),
    "rescue_plan_s": Meaning(N_("Within this after the call there is a plan for a rescue"), _SECONDS, "R2"),
    "rescue_consent_s": Meaning(N_("Within this after that the customer has heard it and agreed"), _SECONDS, "R3"),
    "rescue_approval_s": Meaning(N_("Within this after that the director has signed it"), _SECONDS, "R3"),
    "rescue_parts_s": Meaning(N_("Within this after that its parts are handed out"), _SECONDS, "R4"),
    "rescue_departure_s": Meaning(N_("Within this after the signature the rescue team leaves"), _SECONDS, "R4"),
    "rescue_told_s": Meaning(
        N_("Within this the customer knows that the team has left, or arrives at another time"), _SECONDS, "R4"
    ),
    "rescue_contact_s": Meaning(N_("How often a rescue team is heard of on the road"), _SECONDS, "R4"),
    "rescue_check_s": Meaning(N_("Within this after the arrival fault and parts are confirmed"), _SECONDS, "R6"),
    "rescue_follow_up_days": Meaning(N_("So many days after a rescue the customer is asked how it was"), _DAYS, "C8"),
    "rescue_again_cost_percent": Meaning(
        N_("So much dearer a new plan may be before customer and director are asked again"), _PERCENT, "R3"
    ),
    "rescue_again_eta_s": Meaning(
        N_("So much later or earlier a new plan may arrive before they are asked again"), _SECONDS, "R3"
    ),
    "rescue_chain": Meaning(N_("Who is called how long after something in a rescue was missed"), _ROLES, "R2"),
    "rescue_act_within_s": Meaning(
        N_("Taken on, and not done within this in a rescue: it is raised again, one step up"), _SECONDS, "R2"
    ),
    "incident_slight_chain": Meaning(
        N_("Who is called how long after a slight incident was reported, while nobody has the command"), _ROLES, "I2"
    ),
    "incident_ordinary_chain": Meaning(
        N_("The same for an ordinary one: somebody is hurt, or there is a fire"), _ROLES, "I2"
    ),
    "incident_major_chain": Meaning(
        N_("The same for a major one: three are hurt, somebody died, it explodes or spreads, the press asks"),
        _ROLES,
        "I2",
    ),
    "incident_repeat_s": Meaning(
        N_("How often every station sounds again while nobody has the command of an incident"), _SECONDS, "I1"
    ),
    "incident_first_s": Meaning(
        N_("For so long the command is left to the highest of those who are at a station; then anybody takes it"),
        _SECONDS,
        "I2",
    ),
    "contain_s": Meaning(
        N_("The command taken, and the incident not contained within this: it calls again, one step up"),
        _SECONDS,
        "I4",
    ),
    "incident_join_s": Meaning(
        N_("For so long a second report of the same kind at the same place is taken for the same incident"),
        _SECONDS,
        "I1",
    ),
    "review_by_days": Meaning(
        N_("On this working day the review of the month before is submitted"), _WORKING_DAYS, "Z7"
    ),
    "measure_check_days": Meaning(
        N_("How long after a measure was carried out a second person looks whether it did any good"), _DAYS, "Z7"
    ),
    "approval_days": Meaning(N_("Within this what was submitted is signed or rejected"), _WORKING_DAYS, "G1"),
    "approval_confirm_days": Meaning(
        N_("Within this whoever approved by phone confirms it in person"), _WORKING_DAYS, "G1"
    ),
    "work_chain": Meaning(
        N_("Who is called how long after something owed was missed, while nobody has taken it on"), _ROLES, "Z7"
    ),
    "work_act_within_s": Meaning(
        N_("Taken on, and what is owed not done within this: it is raised again, one step up"), _SECONDS, "Z7"
    ),
    "authority_report_s": Meaning(
        N_("Somebody is hurt in a major incident: the authority is told within this"), _SECONDS, "I14"
    ),
    "investigate_days": Meaning(
        N_("Within this cause, person responsible and loss of an incident are found"), _WORKING_DAYS, "I12"
    ),
    "assess_days": Meaning(N_("Within this after that it is said what was learned"), _WORKING_DAYS, "I13"),
    "hazard_days": Meaning(N_("Within this a hazard is dealt with; a grave one on the same day"), _WORKING_DAYS, "I15"),
    "roll_call_s": Meaning(
        N_("So soon after a roll call began nobody is missing any more; else everybody is called"), _SECONDS, "I4"
    ),
    "roll_call_repeat_s": Meaning(
        N_("So often everybody is called again while somebody is still missing after that"), _SECONDS, "I4"
    ),
    "thing_warning_days": Meaning(N_("So many days before its last day of use a thing is to be renewed"), _DAYS, "S9"),
    "thing_days": Meaning(N_("Within this what is too few or faulty is put right"), _DAYS, "S3"),
    "contact_call_days": Meaning(N_("A contact is to be called through this often"), _DAYS, "S7"),
    "quiet_from": Meaning(N_("From this time of day on nobody is rung up or texted, unless it is urgent"), "", "S5"),
    "quiet_until": Meaning(N_("Until this time of day nobody is rung up or texted, unless it is urgent"), "", "S5"),
    "tell_again_s": Meaning(N_("So soon whoever did not answer is rung up again"), _SECONDS, "P4"),
    "tell_third_s": Meaning(
        N_("So soon after that whoever did not answer is rung up the third time; then it goes to the manager"),
        _SECONDS,
        "P4",
    ),
    "outlook_days": Meaning(
        N_("The next hour is told from this many earlier days of the same class, or it is not told"), _DAYS, "Z9"
    ),
    "outlook_most_days": Meaning(N_("Of more such days the latest this many are taken"), _DAYS, "Z9"),
    "outlook_warning_percent": Meaning(
        N_("An over-count within the hour that is at least this likely asks for attention"), _PERCENT, "Z9"
    ),
    "weather": Meaning(
        N_('When the weather is looked up: "daily", each opening day, or "off", by whoever wants to'),
        "",
        "I7",
    ),
    "forecast_by": Meaning(N_("By when the weather of the next three days is looked up and published"), "", "I7"),
    "make_up_days": Meaning(
        N_("Within this whoever was not served because of the weather is served, or asked"), _WORKING_DAYS, "I11"
    ),
    "severe_rain_mm": Meaning(N_("From so much rain a day on its weather is severe"), _MILLIMETRES, "I7"),
    "severe_snow_cm": Meaning(N_("From so much snow a day on its weather is severe"), _CENTIMETRES, "I7"),
    "severe_gust_force": Meaning(N_("From gusts of this force on a day's weather is severe"), _FORCE, "I7"),
    "causes": Meaning(
        N_("Why limits were crossed: entries that come with the program, and the store's own words"), "", "Z7"
    ),
    "channels": Meaning(
        N_("How a case may come in: entries that come with the program, and the store's own words"), "", "C1"
    ),
    "kinds": Meaning(
        N_("What a case may be about: entries that come with the program, and the store's own words"), "", "C4"
    ),
    "working_days": Meaning(
        N_('Which days are working days: "statutory", the State Council\'s, or "own", the days the store opens'),
        "",
        "Q2",
    ),
    "copy_at": Meaning(N_("When the day's copy of the database is made, by the store's clock"), "", "G2"),
    "copies_daily": Meaning(N_("So many days have a copy that stays, the latest of each"), _COPIES, "G2"),
    "copies_weekly": Meaning(N_("So many weeks have a copy that stays"), _COPIES, "G2"),
    "copies_monthly": Meaning(N_("So many months have a copy that stays"), _COPIES, "G2"),
    "keep_visits_years": Meaning(N_("So long the records of a visit are kept, from when the car left"), _YEARS, "G2"),
    "keep_cases_years": Meaning(
        N_("So long a closed case keeps its customer's name, number and words; afterwards they can be taken out"),
        _YEARS,
        "G2",
    ),
    "keep_appointments_years": Meaning(
        N_("So long an appointment keeps its customer's name, number and words; afterwards they can be taken out"),
        _YEARS,
        "G2",
    ),
    "keep_rosters_years": Meaning(N_("So long rosters and absences are kept, from their last day"), _YEARS, "G2"),
    "roster_ahead_days": Meaning(N_("So many days before it begins a roster is published"), _DAYS, "S2"),
    "roster_gap_days": Meaning(N_("So many days before it a gap in the roster is filled"), _DAYS, "S2"),
    "opening_hours": Meaning(N_("Opening hours from Monday to Sunday; empty quotation marks are a day that is closed")),
    "closed_dates": Meaning(N_('Days the store is closed: ["2026-02-17", "2026-02-18"]')),
}


def remarks(name: str) -> str:
    """Return the unit of a number, its permitted values, and its clause."""
    least_and_most = "–".join(map(str, bounds().get(name, ())))
    return " · ".join(filter(None, (_(MEANINGS[name].unit), least_and_most, MEANINGS[name].clause)))


def meaning(name: str) -> str:
    """Return the effect of a number with its unit, its permitted values, and its clause."""
    does, more = _(MEANINGS[name].does), remarks(name)
    return _("{does} ({more})").format(does=does, more=more) if more else does


def comments() -> dict[str, str]:
    """Return what each number does, by its name in the file."""
    return {field.name: meaning(field.name) for field in fields(Policy)}
