"""`frontdesk complaints print N form|report FILE.html`: documents of a case, to print (C5, C9)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.kit.stopped_files import made_or_not
from frontdesk.desk.cases import page as case_page
from frontdesk.documents import case_documents
from frontdesk.documents.case_documents import DocumentKind
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Write the document; return the exit code."""
    return on_store(args, _print)


def _print(session: Session) -> int:
    with made_or_not(session.args):
        return _write(session)


def _write(session: Session) -> int:
    args, kind = session.args, DocumentKind(session.args.document)
    page = case_page.page(session.desk, args.number)
    case_documents.write(kind, page, session.snapshot.policy, session.desk.now(), args.file)
    if args.json:
        said = {"done": "print", "number": args.number, "document": kind, "file": str(args.file.absolute())}
        output.say_json(said)
    else:
        output.say(_("Written: {path}. Open it in a browser to print it.").format(path=args.file))
    return 0
