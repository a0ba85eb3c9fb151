"""Rescues in words: the lines of one, what the customer is told, and what they are to do at once (R1–R9)."""

from collections.abc import Iterable, Mapping
from datetime import tzinfo

from frontdesk.domain.matters.due import RESCUE_REPORTS
from frontdesk.domain.parts.part import PartOrder
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.rescues.reports import ROLES, unread
from frontdesk.domain.rescues.rescue import PlanRevision, Rescue, Tolerance
from frontdesk.domain.rescues.terms import RescueStage, Stands
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time

FIELDS = {
    "place": N_("where the car stands"),
    "plate": N_("plate"),
    "customer": N_("customer"),
    "phone": N_("phone"),
    "symptom": N_("fault"),
    "leader": N_("who leads"),
    "jobs": N_("work planned"),
}
_AT_ONCE = {
    Stands.CARRIAGEWAY: N_(
        "Say: hazard lights on, everybody out and behind the barrier at once, nobody stays in the car; call 122."
    ),
    Stands.SHOULDER: N_(
        "Say: hazard lights on, warning triangle 150 m behind, everybody behind the barrier, nobody stays in the car."
    ),
    Stands.OFF_ROAD: N_("Say: hazard lights on, stay away from the traffic, keep the phone free."),
}
NOT_YET = N_("No time of arrival and no price yet: the manager tells them once there is a plan.")


def at_once(stands: Stands) -> str:
    """Return what the customer is told to do at once."""
    return _(_AT_ONCE[stands])


def heading(rescue: Rescue, tolerance: Tolerance) -> str:
    """Return which rescue it is and how far it is."""
    form = rescue.form
    parts = (show_plate(form.plate), clean_line(form.customer), rescue.phone, word(rescue.stage(tolerance)))
    return " · ".join(filter(None, parts))


def list_line(rescue: Rescue, tolerance: Tolerance, zone: tzinfo) -> str:
    """Return a rescue as a line of a list."""
    form = rescue.form
    result = word(rescue.outcome) if rescue.outcome else word(rescue.stage(tolerance))
    parts = (long_time(rescue.called_at, zone), show_plate(form.plate), clean_line(form.place), result)
    return " · ".join(parts)


def call_lines(rescue: Rescue, zone: tzinfo) -> list[str]:
    """Return what the customer said on the phone (R1)."""
    form = rescue.form
    car = " ".join(filter(None, (clean_line(form.model), f"{form.km} km" if form.km is not None else "")))
    where = " · ".join((clean_line(form.place), word(form.stands), word(form.hurt)))
    lines = [
        labelled(_("call taken"), f"{long_time(rescue.called_at, zone)} {rescue.taken_by}"),
        labelled(_("place"), where),
        labelled(_("fault"), " · ".join(filter(None, (car, clean_line(form.symptom))))),
    ]
    if form.elsewhere:
        lines.append(labelled(_("repaired elsewhere"), clean_line(form.elsewhere)))
    if rescue.second:
        lines.append(labelled(_("another number"), rescue.second))
    return lines


def plan_lines(plan: PlanRevision, zone: tzinfo) -> list[str]:
    """Return what a plan says (R2, R7)."""
    people = _(", ").join(plan.people)
    text = _("plan {revision}: {minutes} min on the road, {work} min of work, {least}-{most} yuan")
    said = text.format(
        revision=plan.revision, minutes=plan.travel, work=plan.minutes, least=plan.cost_min, most=plan.cost_max
    )
    lines = [f"{said} · {plan.who} {long_time(plan.at, zone)}", labelled(_("team"), people)]
    lines.append(labelled(_("work planned"), clean_line(plan.jobs)))
    if plan.parts:
        needed = _(", ").join(f"{clean_line(part.name)} ×{part.quantity}" for part in plan.parts)
        lines.append(labelled(_("parts needed"), needed))
    if plan.tools:
        lines.append(labelled(_("tools"), clean_line(plan.tools)))
    if plan.cautions:
        lines.append(labelled(_("mind"), clean_line(plan.cautions)))
    return lines


def part_line(part: PartOrder, zone: tzinfo) -> str:
    """Return how a part comes, and how far it is."""
    way = " ".join(filter(None, (word(part.source), word(part.carrier) if part.carrier else "")))
    when = _("about {time}").format(time=long_time(part.eta, zone)) if part.eta else ""
    waits = _("the maker has to approve it") if part.monitored and part.maker_ok_at is None else ""
    flies = "" if part.may_fly else _("may not fly")
    name = f"{clean_line(part.name)} ×{part.quantity}"
    return " · ".join(filter(None, (name, word(part.state), way, when, waits, flies)))


def out_lines(out: Mapping[str, int]) -> list[str]:
    """Return who of a plan is out with another rescue: the team cannot leave before they are back (R2)."""
    text = _("{name} is out with rescue No. {number}: wait for them, or plan somebody else.")
    return [text.format(name=name, number=number) for name, number in out.items()]


def step_lines(rescue: Rescue, zone: tzinfo) -> list[str]:
    """Return what was done, step by step, with who and when."""
    lines = []
    if rescue.consent_at is not None:
        said = _("customer agrees to the plan") if rescue.consent else _("customer does not agree to the plan")
        words = clean_line(rescue.consent_words)
        what = f"{said} {rescue.consent_revision}"
        lines.append(" · ".join(filter(None, (_when(rescue.consent_at, zone, rescue.consent_by), what, words))))
    if rescue.departed_at is not None:
        parts = (rescue.vehicle, labelled(_("parts follow"), clean_line(rescue.without)) if rescue.without else "")
        what = " ".join((_("team left"), *filter(None, parts)))
        lines.append(f"{_when(rescue.departed_at, zone)} · {what}")
    for eta in rescue.etas:
        known = _("customer knows") if eta.told_at is not None else _("customer does not know yet")
        arrives = _("arrives about {time}").format(time=long_time(eta.becomes, zone))
        lines.append(" · ".join(filter(None, (_when(eta.at, zone, eta.who), arrives, known, clean_line(eta.why)))))
    lines += [f"{_when(each.at, zone, each.who)} · {clean_line(each.words)}" for each in rescue.contacts]
    if rescue.arrived_at is not None:
        lines.append(f"{_when(rescue.arrived_at, zone)} · {_('team arrived')}")
    if rescue.checked_at is not None:
        so = _("fault and parts as planned") if rescue.as_planned else _("otherwise than planned")
        lines.append(" · ".join(filter(None, (_when(rescue.checked_at, zone), so, clean_line(rescue.checked_words)))))
    lines += _read_lines(rescue, zone)
    if rescue.ended_at is not None and rescue.outcome is not None:
        how = {True: _("customer satisfied"), False: _("customer not satisfied"), None: ""}[rescue.satisfied]
        said = clean_line(rescue.result_words)
        lines.append(" · ".join(filter(None, (_when(rescue.ended_at, zone), word(rescue.outcome), how, said))))
    if rescue.mark is not None:
        lines.append(_("the customer gave it {mark} of 5").format(mark=rescue.mark))
    return lines


def otherwise(rescue: Rescue) -> str:
    """Return what is otherwise on site (R6)."""
    return labelled(_("otherwise than planned"), clean_line(rescue.checked_words))


def _read_lines(rescue: Rescue, zone: tzinfo) -> list[str]:
    """Return who read what is otherwise on site, and who has still to (R6)."""
    read = [due for due in rescue.matter.dues if due.name in RESCUE_REPORTS and due.met_at is not None]
    lines = [f"{_when(due.met_at or 0, zone, due.met_by)} · {_('read what is otherwise on site')}" for due in read]
    waits = _(", ").join(word(ROLES[name]) for name in unread(rescue))
    return [*lines, labelled(_("have still to read it"), waits)] if waits else lines


def script(rescue: Rescue, phone: str) -> str:
    """Return what the manager reads to the customer before they agree (R3). `phone`: the leader's, in full."""
    plan = rescue.plan
    if plan is None:
        return ""
    text = _(
        "{leader} ({phone}) leads the team; it needs about {minutes} minutes to you and {work} on site."
        " Planned: {jobs}. It will cost about {least} to {most} yuan. {more}Do you agree?"
    )
    more = [_("Please note: {words}.").format(words=clean_line(plan.cautions))] if plan.cautions else []
    more += [_("{part} may not go by air.").format(part=p.name) for p in rescue.parts if not p.may_fly]
    more += [_("{part} has to be approved by its maker.").format(part=p.name) for p in rescue.parts if p.monitored]
    return text.format(
        leader=plan.leader, phone=phone or "—", minutes=plan.travel, work=plan.minutes, jobs=clean_line(plan.jobs),
        least=plan.cost_min, most=plan.cost_max, more="".join(f"{each} " for each in more),
    )  # fmt: skip


def departure_text(rescue: Rescue, eta: Millis, zone: tzinfo, phone: str) -> str:
    """Return what the customer is told once the team has left (R4)."""
    leader = rescue.plan.leader if rescue.plan else ""
    text = _("The rescue team for {plate} has left and arrives about {time}. {leader}: {phone}.")
    return text.format(plate=show_plate(rescue.form.plate), time=_clock(eta, zone), leader=leader, phone=phone or "—")


def later_text(rescue: Rescue, eta: Millis, zone: tzinfo, phone: str, why: str) -> str:
    """Return what the customer is told where the team arrives at another time; who has not heard yet who comes (R4)."""
    known = rescue.known_eta
    if known is None:
        return departure_text(rescue, eta, zone, phone)
    text = _("The rescue team for {plate} arrives about {time} instead: {why}. We are sorry.")
    if eta < known.becomes:
        text = _("The rescue team for {plate} arrives earlier, about {time}: {why}.")
    return text.format(plate=show_plate(rescue.form.plate), time=_clock(eta, zone), why=clean_line(why))


def history_lines(last_visit: Millis | None, repairs: Iterable[Progress], zone: tzinfo) -> list[str]:
    """Return what the store knows of the car (R1)."""
    lines = [] if last_visit is None else [labelled(_("here last"), long_time(last_visit, zone))]
    for car in repairs:
        done = _(", ").join(clean_line(job.title) or word(job.kind) for job in car.work)
        lines.append(f"{long_time(car.matter.opened_at, zone)} {done}")
    return lines or [_("This car was never here.")]


def rescued_already(rescue: Rescue) -> str:
    """Return that a car is being rescued already, so that one call is not taken twice."""
    return _("This car is being rescued already: {number}.").format(number=case_number(rescue.id))


def complaint_words(rescue: Rescue, mark: int, said: str) -> str:
    """Return what the form of a complaint begins with after a bad mark (C8)."""
    text = _("Roadside rescue No. {number}, mark {mark} of 5. {words}")
    return text.format(number=rescue.id, mark=mark, words=clean_line(said)).strip()


def next_step(rescue: Rescue, tolerance: Tolerance) -> str:
    """Return which key goes on with it."""
    steps = {
        RescueStage.PLAN: N_("F2 makes the plan"),
        RescueStage.CONSENT: N_("call the customer, read the plan to them, then F3"),
        RescueStage.APPROVAL: N_("the director signs: F4"),
        RescueStage.DEPARTURE: N_("hand out the parts: F5; then F6"),
        RescueStage.ON_THE_WAY: N_("F10 word from the road · F7 another time of arrival · F8 arrived"),
        RescueStage.ON_SITE: N_("F8 fault and parts checked, then the result"),
        RescueStage.FOLLOW_UP: N_("ask the customer how it was: type 1 to 5 and their words, then F8"),
        RescueStage.OVER: "",
    }
    stage = rescue.stage(tolerance)
    said = steps[stage]
    if stage is RescueStage.ON_SITE and rescue.needs_new_plan:
        said = N_("F2 makes another plan; F8 I have read it, or the result")
    elif stage is RescueStage.FOLLOW_UP and unread(rescue):
        said = N_("supervisor, manager, director: F8 I have read it; else ask the customer, type 1 to 5, then F8")
    elif stage is RescueStage.ON_SITE and rescue.checked_at is not None and not rescue.has_consent(tolerance):
        said = steps[RescueStage.CONSENT]
    return _(said) if said else ""


def _when(at: Millis, zone: tzinfo, who: str = "") -> str:
    return " ".join(filter(None, (long_time(at, zone), who)))


def _clock(at: Millis, zone: tzinfo) -> str:
    return f"{to_datetime(at, zone):%H:%M}"
