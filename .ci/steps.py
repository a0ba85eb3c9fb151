"""Everything that must hold before a change is taken, the same on Linux, Windows and macOS.

In an environment that has the program with its extra `test`:

    python .ci/steps.py [what pytest is given]
    python .ci/steps.py --but-the-tests
"""

import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))


def steps(given: list[str]) -> list[list[str]]:
    """Return the commands, the quickest first."""
    python = [sys.executable, "-m"]
    program = ["-p", "frontdesk", "-p", "screens", "-p", "data"]
    tests = [] if given == ["--but-the-tests"] else [[*python, "pytest", *given]]
    return [
        [*python, "ruff", "format", "--check", "."],
        [*python, "ruff", "check", "."],
        [str(SCRIPTS / "lint-imports")],
        # What Windows alone runs is read here too; macOS runs what Linux does. The tests fork, as Windows cannot.
        *(
            [*python, "mypy", "--platform", name, "--cache-dir", f".mypy_cache/{name}", *read]
            for name, read in (("linux", []), ("win32", program))
        ),
        [sys.executable, str(ROOT / ".ci" / "wheels.py")],
        *tests,
    ]


def main() -> int:
    """Run one after the other; end with the first that fails."""
    for command in steps(sys.argv[1:]):
        shown = " ".join(Path(part).name if Path(part).is_absolute() else part for part in command)
        print(f"> {shown}", flush=True)
        begins = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            return code
        print(f"  {time.monotonic() - begins:.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
