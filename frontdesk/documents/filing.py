"""The folder for the documents that a desk prints, beside the database and readable by its owner only."""

from collections.abc import Callable, Sequence
from pathlib import Path

from frontdesk.desk import approvals
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.desk import Desk
from frontdesk.desk.holidays import reading
from frontdesk.desk.people import staff
from frontdesk.desk.plans import plans
from frontdesk.desk.progress import repairs
from frontdesk.desk.register import areas, contacts, teams, things
from frontdesk.desk.review.under_review import MonthUnderReview
from frontdesk.desk.runs import playbooks, runs
from frontdesk.desk.surveys import surveys
from frontdesk.documents import (
    cards_page,
    contacts_page,
    figures_page,
    handback_page,
    notice_page,
    plan_page,
    quote_page,
    review_page,
    survey_form,
    survey_page,
)
from frontdesk.documents.case_documents import DocumentKind, as_html
from frontdesk.documents.rosters import page as roster_page
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.plans.plan import PlanOnRecord
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.printing import Document
from frontdesk.domain.quotes import Quote
from frontdesk.domain.review.month import MonthsCauses
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.runs.playbook import PlaybookOnRecord
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.files import new_file, refused_by_system
from frontdesk.words import i18n

FOLDER = "documents"


def put_on_file(desk: Desk, make: Callable[[Desk], Document]) -> Path:
    """Write a document into a new file; return where it is (C5, C9). Raises `FrontdeskError`."""
    document = make(desk)
    folder = desk.path.parent / FOLDER
    with refused_by_system.told(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / document.name
    new_file.make(path, lambda building: figures_page.write(building, document.page))
    return path


def of_case(desk: Desk, kind: DocumentKind, number: int) -> Document:
    """Return a document of a case. Raises `FrontdeskError`."""
    page, policy, now = case_page.page(desk, number), desk.snapshot().policy, desk.now()
    return Document(_name(f"{number}-{kind.value}", policy, now), as_html(kind, page, policy, now))


def of_review(desk: Desk, month: MonthUnderReview, causes: MonthsCauses) -> Document:
    """Return a month's review. Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    name = _name(f"{month.review.month}-review", policy, now)
    return Document(name, review_page.as_html(month, causes, policy, now))


def of_plan(desk: Desk, plan: PlanOnRecord) -> Document:
    """Return a plan's change record, with what its newest version says (G1). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    return Document(_name(f"{plan.plan.key}-plan", policy, now), plan_page.record(plan, policy, now))


def leaflet_of(desk: Desk, plan: PlanOnRecord) -> Document:
    """Return what a plan means for customers (G3). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    return Document(_name(f"{plan.plan.key}-leaflet", policy, now), plan_page.leaflet(plan, plans.base(desk), now))


def of_car(desk: Desk, number: int) -> Document:
    """Return the sheet a car is handed back with (P3). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    car, found = repairs.of_number(desk, number), runs.of_matter(desk, number, i18n.language())
    page = handback_page.as_html(car, found[-1] if found else None, policy, now)
    return Document(_name(f"{number}-handback", policy, now), page)


def of_roster(desk: Desk, board: Board) -> Document:
    """Return a roster to hang up (S2). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    return Document(_name(f"{board.version.id}-roster", policy, now), roster_page.as_html(board, policy, now))


def of_quote(desk: Desk, quote: Quote) -> Document:
    """Return a quotation (Q8). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    return Document(_name(f"{quote.id}-quote", policy, now), quote_page.as_html(quote, policy, now))


def of_notice(desk: Desk, number: int) -> Document:
    """Return the notice of a holiday for the door (S5). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    found = reading.shown(desk, number)
    if found.notice is None:
        raise Refused(HolidayReason.NO_HOLIDAY_NOTICE, number=number)
    is_stale = found.notice.is_stale(found.hours)
    page = notice_page.as_html(found.notice, found.plan, found.store, is_stale=is_stale)
    return Document(_name(f"{number}-notice", policy, now), page)


def of_survey(desk: Desk, number: int) -> Document:
    """Return a survey: its plan, its signatures, its result (Q7). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    survey, signed = surveys.shown(desk, number), approvals.of_matter(desk, number)
    return Document(_name(f"{number}-survey", policy, now), survey_page.as_html(survey, signed, policy, now))


def of_survey_form(desk: Desk, number: int) -> Document:
    """Return how a survey is evaluated, with its questionnaire (Q7). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    made = survey_form.as_html(surveys.shown(desk, number), policy, now)
    return Document(_name(f"{number}-questionnaire", policy, now), made)


def of_contacts(desk: Desk) -> Document:
    """Return the contact list: emergency numbers, whom to ring outside, teams, staff (S1, S7)."""
    policy, now = desk.snapshot().policy, desk.now()
    listed = (contacts.listed(desk), teams.listed(desk), staff.everyone(desk))
    return Document(_name("contacts", policy, now), contacts_page.as_html(*listed, policy, now))


def of_cards(desk: Desk, found: Sequence[PlaybookOnRecord]) -> Document:
    """Return incident cards, a sheet for each playbook (I4, I5). Raises `FrontdeskError`."""
    policy, now = desk.snapshot().policy, desk.now()
    listed = things.listed(desk)
    register = cards_page.Register(contacts.listed(desk), teams.listed(desk), listed.things, areas.listed(desk))
    name = f"{found[0].playbook.key}-card" if len(found) == 1 else "cards"
    return Document(_name(name, policy, now), cards_page.as_html(found, register, policy, now))


def of_every_card(desk: Desk) -> Document:
    """Return the cards of every kind of incident. Raises `FrontdeskError`."""
    return of_cards(desk, playbooks.of_incidents(desk, i18n.language()))


def card_of(desk: Desk, key: str) -> Document:
    """Return one card. Raises `FrontdeskError`: NO_PLAYBOOK."""
    return of_cards(desk, (playbooks.shown(desk, key, i18n.language()),))


def _name(about: str, policy: Policy, now: Millis) -> str:
    written = to_datetime(now, OpeningHours.of(policy).zone).strftime("%Y%m%d-%H%M%S")
    return f"{about}-{written}.html"
