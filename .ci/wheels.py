"""Whether everything Frontdesk needs, extras too, comes ready made for 64-bit Windows and for macOS on ARM.

Whoever installs it there has no compiler. Asks the package registry; downloads nothing but descriptions. Where the
registry is not reached nothing is known, which is no failure; with --strictly it is.
"""

import os
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLATFORMS = {"Windows": "x86_64-pc-windows-msvc", "macOS": "aarch64-apple-darwin"}
_UNREACHED = "error: Failed to fetch"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def resolve(platform: str, python: str) -> str:
    """Return why the program cannot be installed from wheels alone; "" where it can."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--all-extras", "--only-binary", ":all:"]
    target = ["--python-platform", PLATFORMS[platform], "--python-version", python, "pyproject.toml"]
    quiet = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    done = subprocess.run([*command, *target], cwd=ROOT, env=quiet, capture_output=True, encoding="utf-8", check=False)
    return done.stderr.strip() if done.returncode else ""


def main() -> int:
    """Ask for every platform and Python; return the exit code."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    targets = list(product(PLATFORMS, PYTHONS))
    with ThreadPoolExecutor() as threads:
        answers = list(threads.map(lambda target: resolve(*target), targets))
    for (platform, python), answer in zip(targets, answers, strict=True):
        if answer:
            print(f"{platform}, Python {python}: {answer}", file=sys.stderr)
    unreached = [answer for answer in answers if answer.startswith(_UNREACHED)]
    if any(answers):
        return 0 if len(unreached) == sum(map(bool, answers)) and "--strictly" not in sys.argv else 1
    print(f"Wheels for {' and '.join(PLATFORMS)}, Python {', '.join(PYTHONS)}, extras {', '.join(extras)}: all there.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
