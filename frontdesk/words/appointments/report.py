"""What came of a file of appointments, in lines."""

from datetime import tzinfo
from typing import Protocol

from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence


class _Problem(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def why(self) -> FrontdeskError: ...


class _Report(Protocol):
    @property
    def new(self) -> list[int]: ...
    @property
    def changed(self) -> int: ...
    @property
    def cancelled(self) -> int: ...
    @property
    def known(self) -> int: ...
    @property
    def over(self) -> int: ...
    @property
    def above(self) -> int: ...
    @property
    def problems(self) -> list: ...  # type: ignore[type-arg]


def summary(report: _Report) -> str:
    """Return how many lines were taken, changed, called off, known and over, and what is above capacity, in a line."""
    said = _("new {new} · changed {changed} · called off {cancelled} · known {known} · over {over}").format(
        new=len(report.new),
        changed=report.changed,
        cancelled=report.cancelled,
        known=report.known,
        over=report.over,
    )
    above = _("above capacity now: {count}").format(count=report.above) if report.above else ""
    return " · ".join(filter(None, (said, above)))


def report_lines(report: _Report, zone: tzinfo, *, all_or_nothing: bool) -> list[str]:
    """Return what came of a file: how many, and each line that was not taken, with the reason."""
    lines = [summary(report)]
    if report.problems:
        lines.append(_("Lines not taken: {count}").format(count=len(report.problems)))
    for problem in report.problems:
        said = sentence(problem.why, zone)
        lines.append(_("line {number}: {problem}").format(number=problem.line, problem=said))
    if report.problems and all_or_nothing and not report.new:
        lines.append(_("Nothing was taken: every line has to be right (--all-or-nothing)."))
    return lines
