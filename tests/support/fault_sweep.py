"""Let each change of a file fail in turn, once or with all that follow, and see what came of it."""

import errno
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from file_changes import Fault, WatchedFiles
from rounds import Rounds
from watched_files import watched

Trial = Callable[[WatchedFiles, Fault | None], None]
"""Do a thing in an empty folder with a fault or none, and say what is wrong afterwards."""


def sweep(folder: Path, trial: Trial, rounds: Rounds, usual: int) -> None:
    """Try some of the faults, in a campaign all of them, each in a folder that is empty again."""
    folder.mkdir()
    with watched(folder) as files:
        trial(files, None)
        faults = [
            Fault(at + 1, stays, error)
            for at in range(files.count)
            for stays in (False, True)
            for error in (errno.EIO, errno.ENOSPC)
        ]
        random.Random(files.count).shuffle(faults)
        for number in rounds(usual, len(faults)):
            files.meet(None)
            shutil.rmtree(folder)
            folder.mkdir()
            files.numbers.clear()
            files.changes.clear()
            trial(files, faults[number])
