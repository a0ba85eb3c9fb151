"""`frontdesk reviews`: a month's crowding, its causes, and who signed for it (Z7)."""

from argparse import Namespace
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.measures.choices import read_cause
from frontdesk.commands.reviews import results
from frontdesk.commands.reviews.as_json import as_json, line_json, month_json, tried_json
from frontdesk.desk.review import causes, reviews
from frontdesk.desk.review.under_review import MonthUnderReview
from frontdesk.desk.review.what_if import what_if
from frontdesk.desk.review.year import of_year
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.figures.reasons import FiguresReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.review.month import MonthsCauses
from frontdesk.domain.review.review import Review
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_words
from frontdesk.files import new_file
from frontdesk.words.approvals import signature_lines
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import time_left
from frontdesk.words.measures import heading
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.review.month import (
    cause_word,
    corrections_lines,
    figures_line,
    fullest_line,
    pareto_lines,
    problem_line,
    trial_name,
    tried_line,
)
from frontdesk.words.times import long_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "year":
        # The first of its months says whether it is a year.
        Month.read(f"{args.year}-1")
        return on_store(args, _year)
    args.month = Month.read(args.month)
    if args.verb in {"show", "what-if"}:
        return on_store(args, _show if args.verb == "show" else _what_if)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, policy = session.args, session.desk, session.snapshot.policy
    if args.verb == "open":
        return reviews.open_month(desk, args.month, args.operation)
    if args.verb == "take-proposed":
        return reviews.take_proposed(desk, args.month, args.operation)
    if args.verb == "submit":
        return reviews.submit(desk, args.month, args.conclusion, args.operation)
    cause = read_cause(policy, args.cause)
    if args.verb == "cause":
        return reviews.say_cause(desk, args.month, {args.number: cause}, args.words, args.operation)
    return reviews.leave(desk, args.month, cause, args.why, args.operation)


def _list(session: Session) -> int:
    found = reviews.opened(session.desk)
    return output.say_list(
        session.args, "reviews", (line_json(each, session.zone) for each in found),
        (_heading(session, review) for review in found),
        _("No month has been reviewed. The first review is opened on the first of the month after."),
    )  # fmt: skip


def _show(session: Session) -> int:
    month = reviews.of_month(session.desk, session.args.month)
    proposed = causes.causes_of_month(session.desk, session.args.month)
    files = [path for path in (_workbook(session, month, proposed), _page(session, month, proposed)) if path]
    if session.args.json:
        output.say_json({**as_json(month, proposed, session.zone), "files": [str(path.absolute()) for path in files]})
        return 0
    lines = [_heading(session, month.review), figures_line(month.figures), fullest_line(proposed.week.fullest)]
    lines += pareto_lines(month.pareto)
    lines += [labelled(f"{cause_word(left.cause)} {_('without a measure')}", left.why) for left in month.review.left]
    lines += [heading(measure, session.zone, session.desk.now()) for measure in month.measures]
    if month.problems:
        lines += [_("Major quality problems:"), *(problem_line(case, session.zone) for case in month.problems)]
    if month.corrections:
        lines += [_("Of the month before, this has changed since it was signed:")]
        lines += corrections_lines(month.corrections)
    lines += [clean_words(month.review.conclusion)]
    lines += [line for approval in month.approvals for line in signature_lines(approval, session.zone)]
    lines += [_("Written: {path}.").format(path=path) for path in files]
    for line in filter(None, lines):
        output.say(line)
    return 0


def _workbook(session: Session, month: MonthUnderReview, proposed: MonthsCauses) -> Path | None:
    path: Path | None = session.args.xlsx
    if path is None:
        return None
    if path.suffix.lower() != ".xlsx":
        raise InputError(FiguresReason.BAD_WORKBOOK, path=path)
    from frontdesk.commands.reviews import workbook  # noqa: PLC0415 - slow to load

    new_file.make(path, lambda building: workbook.write(building, month, proposed, session.zone))
    return path


def _page(session: Session, month: MonthUnderReview, proposed: MonthsCauses) -> Path | None:
    path: Path | None = session.args.print
    if path is None:
        return None
    from frontdesk.documents import figures_page, review_page  # noqa: PLC0415 - seldom asked for

    figures_page.check_ending(path)
    made = review_page.as_html(month, proposed, session.snapshot.policy, session.desk.now())
    new_file.make(path, lambda building: figures_page.write(building, made))
    return path


def _what_if(session: Session) -> int:
    found = what_if(session.desk, session.args.month)
    if session.args.json:
        output.say_json({"month": str(session.args.month), "tried": [tried_json(each) for each in found]})
        return 0
    for each in found:
        output.say(labelled(trial_name(each.trial), tried_line(each)))
    return 0


def _year(session: Session) -> int:
    found = of_year(session.desk, session.args.year)
    if session.args.json:
        output.say_json({"year": session.args.year, "months": [month_json(each) for each in found]})
        return 0
    from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script that polls needs none

    names = (_("month"), _("visits"), _("over-counts"), _("over-stays"), _("/100"), _("late receptions"), _("opened"))
    shown = table(*names, _("late"), _("review"))
    for each in found:
        figures = each.figures
        rate = f"{100 * figures.over_stays / figures.arrivals:.1f}" if figures.arrivals else "—"
        counted = (figures.arrivals, figures.over_counts, figures.over_stays)
        late = (figures.reception_known - figures.in_time, figures.opened, figures.late)
        state = word(each.review.state) if each.review else "—"
        row(shown, (str(each.month), *map(str, counted), rate, *map(str, late), state))
    console().print(shown)
    return 0


def _heading(session: Session, review: Review) -> str:
    first = review.matter.next_due
    owed = f"{long_time(first.due_at, session.zone)} {time_left(first, session.desk.now())}" if first else ""
    name = f"{case_number(review.id)} {word(review.matter.kind)} {review.month}"
    return " · ".join(filter(None, (name, word(review.state), owed)))
