"""How this program is called on the machine's command line."""

import shutil
import sys
from pathlib import Path

_NAME = "frontdesk"


def called() -> tuple[str, ...]:
    """Return the words that start it from anywhere: its name where that is found, else its whole path."""
    started = Path(sys.argv[0])
    found = shutil.which(_NAME)
    if started.stem != _NAME:
        return (_NAME,) if found else (sys.executable, "-m", _NAME)
    return (_NAME,) if found and Path(found).resolve() == started.resolve() else (str(started.absolute()),)
