"""The recovery key on a page to print and to lock away: without it nobody opens a sealed copy (G2)."""

from pathlib import Path

from frontdesk.documents.templates import environment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.times import long_time

_GROUP = 4


def write(path: Path, page: str) -> None:
    """Write a page into a file."""
    path.write_text(page, encoding="utf-8", newline="\n")


def as_html(key: str, public: str, policy: Policy, now: Millis) -> str:
    """Return the page; the key stands in groups, whose blanks do not matter where it is typed."""
    return (
        environment()
        .get_template("key.html.j2")
        .render(
            language="zh-CN" if i18n.language() == "zh" else "en",
            store=policy.store_name,
            title=_("Recovery key for the copies of the database"),
            parts=[key[at : at + _GROUP] for at in range(0, len(key), _GROUP)],
            lines=[
                _("Keep this page locked away, not beside the machine. Without it nobody opens a sealed copy."),
                _("To put a copy back: frontdesk restore COPY, then type the key. Blanks do not matter."),
                _("To try it: frontdesk backup drill, at the latest each quarter."),
            ],
            public=public,
            printed=_("printed {at}").format(at=long_time(now, OpeningHours.of(policy).zone)),
        )
    )
