"""What carries out each verb that is typed at a store."""

from argparse import Namespace

from frontdesk.commands.group import joining, offers, sending, standing

_VERBS = {
    "join": joining.join,
    "leave": joining.leave,
    "epoch": joining.open_epoch,
    "send": sending.run,
    "offered": offers.offered,
    "accept": offers.accept,
    "decline": offers.decline,
    "status": standing.run,
}


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return _VERBS[args.verb](args)
