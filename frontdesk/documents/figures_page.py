"""A day or a month in figures as one HTML page to print, with its chart drawn in it."""

from pathlib import Path

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.figures.period import Report
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import InputError
from frontdesk.words import i18n
from frontdesk.words.figures.report import facts, title
from frontdesk.words.i18n import _
from frontdesk.words.times import long_time

ENDINGS = frozenset({".html", ".htm"})


def check_ending(path: Path) -> None:
    """Raise `InputError(BAD_DOCUMENT)` for a name that does not end in .html."""
    if path.suffix.lower() not in ENDINGS:
        raise InputError(CaseReason.BAD_DOCUMENT, path=path)


def write(path: Path, page: str) -> None:
    """Write a page into a file."""
    path.write_text(page, encoding="utf-8", newline="\n")


def as_html(report: Report, policy: Policy) -> str:
    """Return a report as a self-contained page for the browser."""
    bars = report.bars if report.is_month else report.lively
    most = max((max(bar.arrivals, bar.peak) for bar in bars), default=0)
    return (
        environment()
        .get_template("figures.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=title(report),
            facts=facts(report),
            names=(_("day") if report.is_month else _("hour"), _("arrivals"), _("most cars at once")),
            bars=[(bar, 100 * bar.arrivals // (most or 1), 100 * bar.peak // (most or 1)) for bar in bars],
            printed=_("printed {at}").format(at=long_time(report.now, OpeningHours.of(policy).zone)),
        )
    )
