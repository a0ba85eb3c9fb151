"""Whether a file is its owner's alone: by its mode, where modes mean something."""

import os
from pathlib import Path


def is_private(path: Path, mode: int = 0o600) -> bool:
    return os.name != "posix" or path.stat().st_mode & 0o777 == mode
