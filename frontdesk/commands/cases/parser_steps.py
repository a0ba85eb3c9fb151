"""The command-line arguments for the steps of a case, with a line about each step."""

from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import ListFormatter, add_choice
from frontdesk.commands.kit.parts import Parser, add_verb, number
from frontdesk.domain.cases.asks import AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.steps import NEEDS_NOTE, CaseStep
from frontdesk.words.i18n import N_, _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

_WHAT: dict[CaseStep, str] = {
    CaseStep.ASSIGN: N_("it goes to somebody: the note names whom"),
    CaseStep.INFORM: N_("the head of the outlet knows of it: the note names whom"),
    CaseStep.VISIT: N_("the customer was visited on site"),
    CaseStep.ANSWER: N_("the customer was answered; --spoken: to be written up afterwards"),
    CaseStep.RESOLVE: N_("what was done about it; this is the full answer"),
    CaseStep.CONFIRM: N_("the customer confirms the outcome"),
    CaseStep.CLOSE: N_("it is over; the closing report is kept with it"),
    CaseStep.REOPEN: N_("the customer is not satisfied: it begins anew"),
    CaseStep.NOTE: N_("a line for the history"),
    CaseStep.JUDGE: N_("the severity is judged anew: --severity"),
    CaseStep.TO_QUALITY: N_("the form goes to the quality department, with a question"),
    CaseStep.QUALITY: N_("its written answer is there: --investigation, --analysis, --measure"),
    CaseStep.PASS_ON: N_("quality's answer was confirmed and passed on to the customer"),
    CaseStep.PROMISE: N_("the customer agreed to a date: --until"),
    CaseStep.KEEP: N_("what was promised is done"),
    CaseStep.WITHDRAW: N_("a promise was entered wrongly; the note says why, --promise which of several"),
    CaseStep.REPORT: N_("the desk cannot decide it: reported to the manager, then the director"),
    CaseStep.DECIDE: N_("the definite answer from above; for whom it was reported to"),
    CaseStep.WRITE_UP: N_("what was answered by word of mouth is written up and confirmed"),
    CaseStep.PAUSE: N_("a clock stands still: --clock, --until, and why"),
    CaseStep.RESUME: N_("a paused clock runs on: --clock"),
    CaseStep.FOLLOW_UP: N_("after closing: the customer was asked again, --satisfaction 1 to 5"),
    CaseStep.CLOSE_ANYWAY: N_("closed with something left open; the manager says why"),
    CaseStep.ASK_MATERIAL: N_("technical records are asked for: the note says which, and of whom"),
    CaseStep.MATERIAL: N_("they are there"),
    CaseStep.ASK_LEGAL: N_(
        "the legal adviser is asked: --matter; of a contract or a lawsuit also --reference, --until"
    ),
    CaseStep.LEGAL: N_("the advice is there, or the result: the note says what it is"),
    CaseStep.LEGAL_NEXT: N_("the legal matter came one step on: what, in the note; its next date, --until"),
    CaseStep.ONSITE: N_("the note says what was agreed with the customer: --remedy, --people"),
    CaseStep.ONSITE_DONE: N_("the people leave: --understood, --content"),
    CaseStep.ASK_SAMPLE: N_("the defective part is asked back"),
    CaseStep.SAMPLE_HERE: N_("the customer has given it back"),
    CaseStep.SAMPLE_SENT: N_("it was sent to be analysed: the note says to whom"),
    CaseStep.SAMPLE: N_("what the analysis found"),
    CaseStep.NOT_NEEDED: N_("what was asked for is not needed any more: --ask says what"),
}
_COLUMN = 14


def add(verbs: "Commands", common: Parser) -> None:
    """Add the command."""
    taken = add_verb(verbs, common, "step", _("take a case one step on"))
    taken.formatter_class = ListFormatter
    lines = (
        f"  {step.value + ('*' if step in NEEDS_NOTE else ''):<{_COLUMN}}  {_(said)}" for step, said in _WHAT.items()
    )
    taken.epilog = "\n".join((_("steps (* with --note):"), *lines))
    taken.add_argument("number", type=number, metavar="N", help=_("its number"))
    add_choice(taken, "taken", metavar=_("STEP"), of=_WHAT)
    taken.add_argument("--note", default="", metavar=_("TEXT"), help=_("what was answered or done, to whom, or why"))
    taken.add_argument(
        "--until",
        metavar=_("TIME"),
        help=_("16:30, tomorrow 3pm, 2026-03-02T10:05, or a day (monday, 12-1, 3 days): its close of business"),
    )
    add_choice(taken, "--clock", metavar=_("CLOCK"), of=ClockName)
    taken.add_argument("--promise", type=number, metavar="N", help=_("which promise, the one due first is 1"))
    add_choice(taken, "--severity", metavar=_("SEVERITY"), of=Severity)
    taken.add_argument("--spoken", action="store_true", help=_("by word of mouth, not in writing"))
    taken.add_argument("--satisfaction", metavar="1-5", help=_("how satisfied the customer is"))
    quality = taken.add_argument_group(_("quality's written answer"))
    quality.add_argument("--investigation", metavar=_("TEXT"), help=_("what was found"))
    quality.add_argument("--analysis", metavar=_("TEXT"), help=_("why it came to it"))
    quality.add_argument("--measure", metavar=_("TEXT"), help=_("what keeps it from coming back"))
    onsite = taken.add_argument_group(_("on site, and what others are asked for"))
    add_choice(onsite, "--remedy", metavar=_("REMEDY"), of=Remedy)
    onsite.add_argument("--people", metavar=_("TEXT"), help=_("who goes, and with which tools"))
    onsite.add_argument("--understood", metavar="yes|no", help=_("whether the customer has understood"))
    onsite.add_argument("--content", metavar="yes|no", help=_("whether the customer is satisfied"))
    add_choice(onsite, "--ask", metavar=_("WHAT"), of=AskKind)
    add_choice(onsite, "--matter", metavar=_("MATTER"), of=LegalMatter)
    onsite.add_argument("--reference", metavar=_("TEXT"), help=_("the court's file number, or the contract's name"))
    report = taken.add_argument_group(_("the closing report; what is not said is taken from the record"))
    report.add_argument("--cause", metavar=_("TEXT"), help=_("the cause"))
    report.add_argument("--measures", metavar=_("TEXT"), help=_("the measures taken"))
    report.add_argument("--result", metavar=_("TEXT"), help=_("the result"))
    report.add_argument("--improvement", metavar=_("TEXT"), help=_("what is improved"))
