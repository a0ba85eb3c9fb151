"""A PostgreSQL of the tests' own: made and started as a user of its own, reached by a socket, gone afterwards."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLDEST = 15
_WHERE = "-c listen_addresses='' -c unix_socket_directories={folder} "
_IN_TESTS = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_connections=40"
    " -c shared_buffers=32MB"
)
"""Nothing that is written has to outlive the machine."""


def why_not() -> str:
    """Why no server can be started here; "" where one can."""
    if sys.platform == "win32":
        return "the server is started as a POSIX user of its own"
    try:
        import psycopg
        import psycopg_pool

        assert psycopg and psycopg_pool
    except ImportError as error:
        return f"psycopg is missing: {error}"
    return "" if _programs() else f"no PostgreSQL from {OLDEST} on: apt install postgresql"


@contextmanager
def running(options: str = _IN_TESTS) -> Iterator[str]:
    """A server; its address, without a database. With other options its files are on a disk."""
    programs = _programs()
    assert programs is not None
    # Memory where there is some; in the folder of the tests another user may not even look.
    memory = Path("/dev/shm")
    home = memory if options == _IN_TESTS and os.access(memory, os.W_OK) else Path("/tmp")
    _sweep(home, programs)
    folder = Path(tempfile.mkdtemp(prefix=f"pg-{os.getpid()}-", dir=home))
    user = _user()
    if user is not None:
        shutil.chown(folder, user, user)
    try:
        to_make = ("--no-sync", "--auth=trust", "--encoding=UTF8", "--no-locale", "--username=frontdesk")
        _run(programs / "initdb", folder, *to_make)
        options = (_WHERE + options).format(folder=folder)
        _run(programs / "pg_ctl", folder, "start", "-w", "-l", str(folder / "log"), "-o", options)
        try:
            yield f"host={folder} user=frontdesk"
        finally:
            _run(programs / "pg_ctl", folder, "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


@contextmanager
def stopped(address: str) -> Iterator[None]:
    """The server of this address is away meanwhile, as after its machine was switched off and on."""
    programs, folder = _programs(), Path(address.split(maxsplit=1)[0].removeprefix("host="))
    assert programs is not None
    _program, _of, _data, *options = shlex.split((folder / "data/postmaster.opts").read_text())
    _run(programs / "pg_ctl", folder, "stop", "-m", "immediate")
    try:
        yield
    finally:
        _run(programs / "pg_ctl", folder, "start", "-w", "-l", str(folder / "log"), "-o", shlex.join(options))


def _run(program: Path, folder: Path, *arguments: str, check: bool = True) -> None:
    user = _user()
    subprocess.run(
        [program, "-D", folder / "data", *arguments],
        check=check,
        capture_output=True,
        cwd=folder,
        env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]},
        user=user,
        group=user,
    )


def _sweep(home: Path, programs: Path) -> None:
    """End the servers of tests that were killed."""
    for folder in home.glob("pg-*-*"):
        starter = folder.name.split("-")[1]
        try:
            os.kill(int(starter), 0)
        except ProcessLookupError:
            _run(programs / "pg_ctl", folder, "stop", "-m", "immediate", check=False)
            shutil.rmtree(folder, ignore_errors=True)
        except (OSError, ValueError):
            continue


def _programs() -> Path | None:
    """The folder of the newest server's programs."""
    found = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    numbered = sorted((int(path.parts[-3]), path.parent) for path in found if path.parts[-3].isdecimal())
    if numbered and numbered[-1][0] >= OLDEST:
        return numbered[-1][1]
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


def _user() -> str | None:
    """Who runs the server, which refuses to be root's; None for whoever runs the tests."""
    import pwd

    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"
