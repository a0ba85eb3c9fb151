"""How this program was installed on the machine, and the command that removes it."""

import importlib.util
import json
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

Kind = Literal["uv", "pipx", "venv", "pip", "source"]

_PACKAGE = "frontdesk"


@dataclass(frozen=True, slots=True)
class Installation:
    """The program's location, the tool that installed it, and the command that removes it (none for plain source)."""

    kind: Kind
    folder: Path
    remove: tuple[str, ...] = ()
    source: Path | None = None
    """The folder from which an editable installation reads the program; it is never removed."""


def found(
    prefix: Path = Path(sys.prefix), base: Path = Path(sys.base_prefix), python: str = sys.executable
) -> Installation:
    """Return how the program was installed into the environment `prefix`."""
    try:
        origin = metadata.distribution(_PACKAGE).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return Installation("source", Path(__file__).resolve().parents[2])
    source = _editable(origin)
    if (prefix / "uv-receipt.toml").exists():
        return Installation("uv", prefix, ("uv", "tool", "uninstall", _PACKAGE), source)
    if (prefix / "pipx_metadata.json").exists():
        return Installation("pipx", prefix, ("pipx", "uninstall", _PACKAGE), source)
    has_pip = importlib.util.find_spec("pip") is not None
    by_pip = (python, "-m", "pip", "uninstall", _PACKAGE)
    remove = by_pip if has_pip else ("uv", "pip", "uninstall", "--python", python, _PACKAGE)
    return Installation("pip" if prefix == base else "venv", prefix, remove, source)


def _editable(origin: str | None) -> Path | None:
    if not origin:
        return None
    said = json.loads(origin)
    if not said.get("dir_info", {}).get("editable"):
        return None
    return Path(__file__).resolve().parents[2]
