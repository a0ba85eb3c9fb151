"""The folder for the documents that a desk prints, beside the database and readable by its owner only."""

from pathlib import Path

from frontdesk.desk.cases import page as case_page
from frontdesk.desk.desk import Desk
from frontdesk.documents.case_documents import DocumentKind, write
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.values.clock import to_datetime
from frontdesk.files import refused_by_system

FOLDER = "documents"


def put_on_file(desk: Desk, kind: DocumentKind, number: int) -> Path:
    """Write a document of a case into a new file; return where it is (C5, C9). Raises `FrontdeskError`."""
    page, policy, now = case_page.page(desk, number), desk.snapshot().policy, desk.now()
    folder = desk.path.parent / FOLDER
    with refused_by_system.told(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    written = to_datetime(now, OpeningHours.of(policy).zone).strftime("%Y%m%d-%H%M%S")
    path = folder / f"{number}-{kind.value}-{written}.html"
    write(kind, page, policy, now, path)
    return path
