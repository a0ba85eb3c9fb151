"""`frontdesk events verify`: whether every event follows from the one before it; exit code 1 if one does not."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.upkeep.findings import sentence_of
from frontdesk.desk.doctor.finding import Level
from frontdesk.desk.doctor.proof import verify
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, _verify)


def _verify(session: Session) -> int:
    words = _("Stopped: not everything was looked at. Nothing was changed.")
    with saying(lambda: words), progress(session.args, _("Looking the events over")) as bar:
        found = verify(session.desk, bar)
    holds = all(finding.level is Level.OK for finding in found)
    if session.args.json:
        facts = {name: value for finding in found for name, value in finding.facts.items()}
        output.say_json({"ok": holds, "found": [finding.name for finding in found], **facts})
    else:
        output.say("\n".join(map(sentence_of, found)))
    return 0 if holds else output.fail(_("There is a problem."))
