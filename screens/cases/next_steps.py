"""What can be done next with a case, as a list to choose from: its steps, and what else there is."""

from enum import Enum, auto
from typing import NamedTuple

from frontdesk.documents.case_documents import DocumentKind
from frontdesk.domain.cases.checks import rank_needed
from frontdesk.domain.cases.step_inputs import StepInput, takes
from frontdesk.domain.cases.steps import ANSWERS, CaseStep, obstacles, possible_steps
from frontdesk.domain.penalties.penalty import check_offer
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.picture.case_page import CasePage
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.refusals.sentence import why
from frontdesk.words.times import rough_duration
from screens.cases.step_fields import clocks_of
from screens.kit.choose import Entry
from screens.kit.keys import Key

STEP_KEYS = {
    CaseStep.ASSIGN: ("f2", N_("assign")),
    CaseStep.ANSWER: ("f3", N_("answer")),
    CaseStep.RESOLVE: ("f4", N_("resolve")),
    CaseStep.CONFIRM: ("f5", N_("confirmed")),
    CaseStep.CLOSE: ("f6", N_("close case")),
    CaseStep.REOPEN: ("f7", N_("reopen")),
    CaseStep.INFORM: ("f8", N_("head told")),
    CaseStep.VISIT: ("f10", N_("visited")),
    CaseStep.PROMISE: ("ctrl+d", N_("promise a date")),
}
"""The everyday steps, each with its own key; Enter lists all steps."""

_DOCUMENTS = {
    DocumentKind.FORM: N_("complaint form for quality"),
    DocumentKind.REPORT: N_("closing report"),
}


class Aside(Enum):
    """What can be done beside the steps."""

    AMEND = auto()
    READ = auto()
    """The head has read the closing report (C9)."""
    PENALTY = auto()
    QUOTE = auto()
    """What was offered to the customer, and a new quotation (Q8)."""


class Related(NamedTuple):
    """Another case that it has to do with, by its number."""

    number: int


class Offer(NamedTuple):
    """One line of the list, and what it stands for; None for what only says what it waits for."""

    entry: Entry
    what: CaseStep | Aside | DocumentKind | Related | None


def offers(page: CasePage, snapshot: Snapshot, who: str, now: Millis) -> list[Offer]:
    """Return what can be done now, and what cannot with the reason."""
    case, rank = page.case, snapshot.roster.rank(who, now)
    # What others were asked for comes first: people on site wait for it (C15, C16).
    found = [
        Offer(_entry(step, page, rank, now), step)
        for step in sorted(possible_steps(case), key=lambda step: step not in ANSWERS)
        if not takes(step, StepInput.CLOCK) or clocks_of(step, case, now)
    ]
    if case.is_open and (standing := obstacles(case)):
        # It stands where somebody looks for it, with what it waits for.
        more = f" +{len(standing) - 1}" if standing[1:] else ""
        found.append(Offer((word(CaseStep.CLOSE), f"{word(standing[0])}{more}", False), None))
    if not case.is_open and any(filed.is_to_read for filed in page.reports):
        is_head = rank is Rank.DIRECTOR
        found.append(Offer((_("closing report read"), "" if is_head else _("for the director"), is_head), Aside.READ))
    found.append(Offer((_("correct what was registered"), "", True), Aside.AMEND))
    found.append(Offer(_penalty_entry(page), Aside.PENALTY))
    found.append(Offer((_("quotations"), "", True), Aside.QUOTE))
    found += [Offer((labelled(_("print"), _(text)), "", True), kind) for kind, text in _DOCUMENTS.items()]
    for each in page.related:
        text = _("open {number}").format(number=case_number(each.id))
        found.append(Offer((text, word(each.stage), True), Related(each.id)))
    return found


def _penalty_entry(page: CasePage) -> Entry:
    """Return the list entry for proposing a penalty, with the reason if none can be proposed (Z8)."""
    try:
        check_offer(page.case, page.crowdings, page.standing)
    except Refused as error:
        return _("propose a penalty"), why(error.reason), False
    return _("propose a penalty"), "", True


def _entry(step: CaseStep, page: CasePage, rank: Rank, now: Millis) -> Entry:
    """Return the list entry of a step, with its key, how long ago it was asked for, or the role that may take it."""
    needed = rank_needed(page.case, step)
    if rank < needed:
        return word(step), _("for the director") if needed is Rank.DIRECTOR else _("for the manager"), False
    asked = [ask.asked_at for ask in page.asks if step in ANSWERS and ask.state is ANSWERS[step][0]]
    since = _("asked {length} ago").format(length=rough_duration(now - asked[0])) if asked else ""
    return word(step), since or _key_of(step), True


def _key_of(step: CaseStep) -> str:
    key, _label = STEP_KEYS.get(step, ("", ""))
    return Key(key, "", "", "").shown
