"""The papers of a rescue: its sheet as one A4 page, and the slip that the team takes along (R1–R6)."""

from frontdesk.desk.desk import Desk
from frontdesk.desk.rescues import rescues
from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.printing import Document
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words import i18n
from frontdesk.words import rescues as words
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.times import long_time


def sheet(desk: Desk, number: int) -> Document:
    """Return the sheet of a rescue. Raises `FrontdeskError`."""
    rescue, snapshot, now = rescues.shown(desk, number), desk.snapshot(), desk.now()
    return Document(_name(f"{number}-rescue", snapshot, now), sheet_as_html(rescue, snapshot, now))


def slip(desk: Desk, number: int) -> Document:
    """Return the slip for the team. Raises `FrontdeskError`."""
    rescue, snapshot, now = rescues.shown(desk, number), desk.snapshot(), desk.now()
    return Document(_name(f"{number}-rescue-slip", snapshot, now), slip_as_html(rescue, snapshot, now))


def sheet_as_html(rescue: Rescue, snapshot: Snapshot, now: Millis) -> str:
    """Return everything on record of a rescue as a page for the browser; phone numbers are masked."""
    zone, tolerance = OpeningHours.of(snapshot.policy).zone, tolerance_of(snapshot.policy)
    standing, approval = rescue.standing(tolerance), rescue.approval
    plans = [line for plan in rescue.plans for line in words.plan_lines(plan, zone)]
    holds = [_("agreed to and signed for: plan {number}").format(number=standing.revision)] if standing else []
    signed = signature_lines(approval, zone) if approval is not None else []
    tables = [
        (_("the call"), words.call_lines(rescue, zone)),
        (_("plan of a rescue"), plans),
        (_("signature"), [*(holds if rescue.is_approved(tolerance) else []), *signed]),
        (_("parts"), [words.part_line(part, zone) for part in rescue.parts]),
        (_("what happened"), words.step_lines(rescue, zone)),
    ]
    return (
        environment()
        .get_template("lines.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=snapshot.policy.store_name,
            title=f"{_('Roadside rescue')} {case_number(rescue.id)}",
            facts=words.heading(rescue, tolerance),
            tables=[(heading, [(mask_in(line),) for line in lines]) for heading, lines in tables],
            signatures=(_("leader"), _("customer")),
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )


def slip_as_html(rescue: Rescue, snapshot: Snapshot, now: Millis) -> str:
    """Return what the team needs on the road as a narrow page; the customer's number is not on it."""
    zone, form, plan = OpeningHours.of(snapshot.policy).zone, rescue.form, rescue.plan
    place = mask_in(clean_line(form.place))
    car = " · ".join(filter(None, (show_plate(form.plate), clean_line(form.model))))
    facts = [(_("car"), car), (_("customer"), clean_line(form.customer)), (_("fault"), mask_in(form.symptom))]
    if plan is not None:
        parts = _(", ").join(f"{clean_line(part.name)} ×{part.quantity}" for part in plan.parts)
        facts += [
            (_("leader"), f"{plan.leader} {_phone(plan.leader, snapshot)}".strip()),
            (_("team"), _(", ").join(plan.people[1:])),
            (_("vehicle"), rescue.vehicle),
            (_("work planned"), mask_in(plan.jobs)),
            (_("parts needed"), parts),
            (_("tools"), mask_in(plan.tools)),
            (_("mind"), mask_in(plan.cautions)),
        ]
    if rescue.eta is not None:
        facts.append((_("the customer waits for"), long_time(rescue.eta.becomes, zone)))
    return (
        environment()
        .get_template("rescue_slip.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=snapshot.policy.store_name,
            title=f"{_('Rescue slip')} {case_number(rescue.id)}",
            place=f"{place} · {word(form.stands)}",
            facts=facts,
            code=_code(f"{place}\n{car}"),
            scan=_("the place, for the phone's map"),
            printed=_("printed {at}").format(at=long_time(now, zone)),
        )
    )


def can_draw_codes() -> bool:
    """Whether what draws QR codes is installed."""
    try:
        import segno  # noqa: F401, PLC0415 - of the extra `lan`
    except ImportError:
        return False
    return True


def _code(text: str) -> object:
    """Return a QR code of a text, as plain words: it needs no network; empty where nothing here draws one."""
    if not can_draw_codes():
        return ""
    import segno  # noqa: PLC0415 - of the extra `lan`
    from markupsafe import Markup  # noqa: PLC0415 - slow to load

    return Markup(segno.make(text, micro=False, error="m").svg_inline(border=2, omitsize=True))


def _phone(name: str, snapshot: Snapshot) -> str:
    return next((person.phone for person in snapshot.staff if person.name == name), "")


def _name(about: str, snapshot: Snapshot, now: Millis) -> str:
    written = to_datetime(now, OpeningHours.of(snapshot.policy).zone).strftime("%Y%m%d-%H%M%S")
    return f"{about}-{written}.html"
