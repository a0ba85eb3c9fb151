"""The folder for the documents that a desk prints, beside the database and readable by its owner only."""

from pathlib import Path

from frontdesk.desk.cases import page as case_page
from frontdesk.desk.desk import Desk
from frontdesk.documents.case_documents import DocumentKind, as_html, write
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.files import refused_by_system

FOLDER = "documents"


def put_on_file(desk: Desk, kind: DocumentKind, number: int) -> Path:
    """Write a document of a case into a new file; return where it is (C5, C9). Raises `FrontdeskError`."""
    page, policy, now = case_page.page(desk, number), desk.snapshot().policy, desk.now()
    folder = desk.path.parent / FOLDER
    with refused_by_system.told(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / _name(kind, number, policy, now)
    write(kind, page, policy, now, path)
    return path


def made(desk: Desk, kind: DocumentKind, number: int) -> tuple[str, str]:
    """Return a document of a case: the name of its file, and what stands in it. Raises `FrontdeskError`."""
    page, policy, now = case_page.page(desk, number), desk.snapshot().policy, desk.now()
    return _name(kind, number, policy, now), as_html(kind, page, policy, now)


def _name(kind: DocumentKind, number: int, policy: Policy, now: Millis) -> str:
    written = to_datetime(now, OpeningHours.of(policy).zone).strftime("%Y%m%d-%H%M%S")
    return f"{number}-{kind.value}-{written}.html"
