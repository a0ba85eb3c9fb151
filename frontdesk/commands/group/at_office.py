"""What carries out each verb that is typed at head office."""

from argparse import Namespace

from frontdesk.commands.group import compose, office, readers, report, serve, status, stores, templates

_VERBS = {
    "serve": serve.run,
    "office": office.run,
    "status": status.run,
    "report": report.run,
    "stores": stores.run,
    "readers": readers.run,
    "templates": templates.run,
    "compose": compose.run,
}


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return _VERBS[args.verb](args)
