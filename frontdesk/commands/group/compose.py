"""`frontdesk group compose`: the file that Docker runs head office by."""

from argparse import Namespace
from importlib.resources import files

from frontdesk.commands.kit import output


def run(args: Namespace) -> int:
    """Print the file; return the exit code."""
    text = files("frontdesk.group").joinpath("compose.yaml").read_text(encoding="utf-8")
    if args.json:
        output.say_json({"compose": text})
    else:
        output.say(text.rstrip())
    return 0
