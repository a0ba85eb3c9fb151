"""`frontdesk surveys`: from the draft of a year's survey to its result (Q7, S11)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.surveys import results
from frontdesk.commands.surveys.as_json import as_json
from frontdesk.desk import approvals
from frontdesk.desk.surveys import asking, surveys
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.result import Result
from frontdesk.domain.surveys.months import read_months
from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.surveys.rules import read_question
from frontdesk.domain.surveys.survey import Method, SurveyKind
from frontdesk.domain.values.errors import Refused
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.surveys import asked_line, draw_lines, heading, question_line, result_lines


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    looking = {None: _list, "list": _list, "show": _show, "print": _print}
    if args.verb in looking:
        return on_store(args, looking[args.verb])
    if args.verb == "draft":
        args.kind = read_choice(SurveyKind, args.kind)
    return carry_out(args, _CARRIED_OUT[args.verb], results)


def _draft(session: Session) -> Result:
    return surveys.draft(session.desk, session.args.year, session.args.kind, session.args.operation)


def _change(session: Session) -> Result:
    args, plan = session.args, surveys.shown(session.desk, session.args.number).plan
    said = {
        "method": None if args.method is None else read_choice(Method, args.method),
        "size": args.size,
        "months": None if args.months is None else read_months(args.months),
        "person": args.person,
        "questions": None if args.question is None else tuple(map(read_question, args.question)),
    }
    changed = plan._replace(**{name: value for name, value in said.items() if value is not None})
    return surveys.change(session.desk, args.number, changed, args.operation)


def _submit(session: Session) -> Result:
    return surveys.submit(session.desk, session.args.number, session.args.operation)


def _draw(session: Session) -> Result:
    args = session.args
    return asking.draw(session.desk, args.number, Month.read(args.month), seed=args.seed, operation=args.operation)


def _answer(session: Session) -> Result:
    args = session.args
    typed: dict[int, str] = {}
    for text in args.answers:
        question, _equals, said = text.partition("=")
        if not question.strip().isdecimal():
            raise Refused(SurveyReason.BAD_ANSWER, text=text, question="1=5")
        typed[int(question)] = said
    return asking.answer(session.desk, args.number, args.asked, typed, args.operation)


def _report(session: Session) -> Result:
    return surveys.report(session.desk, session.args.number, session.args.operation)


_CARRIED_OUT = {
    "draft": _draft,
    "change": _change,
    "submit": _submit,
    "draw": _draw,
    "answer": _answer,
    "report": _report,
}


def _list(session: Session) -> int:
    found = surveys.every(session.desk)
    return output.say_list(
        session.args, "surveys", (as_json(each, session.zone) for each in found),
        (heading(survey) for survey in found), _("There is no survey."),
    )  # fmt: skip


def _show(session: Session) -> int:
    survey = surveys.shown(session.desk, session.args.number)
    if session.args.json:
        output.say_json(as_json(survey, session.zone))
        return 0
    output.say(heading(survey))
    told = [question_line(*each) for each in enumerate(survey.plan.questions, 1)]
    signed = approvals.of_matter(session.desk, survey.id)
    told += [row for each in signed for row in signature_lines(each, session.zone)]
    if survey.asked:
        told += [*result_lines(survey), *draw_lines(survey, session.zone), *map(asked_line, survey.asked)]
    for line in told:
        output.say(f"  {line}")
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import survey_form, survey_page  # noqa: PLC0415 - seldom asked for

    desk, number = session.desk, session.args.number

    def page() -> str:
        survey, policy = surveys.shown(desk, number), session.snapshot.policy
        if session.args.form:
            return survey_form.as_html(survey, policy, desk.now())
        return survey_page.as_html(survey, approvals.of_matter(desk, number), policy, desk.now())

    return print_page(session, page)
