"""A PostgreSQL of the tests' own: made and started as a user of its own, reached by a socket, gone afterwards."""

import os
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
    in_memory = options == _IN_TESTS and os.access(memory, os.W_OK)
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=memory if in_memory else "/tmp"))
    user = _user() if os.getuid() == 0 else None
    if user is not None:
        shutil.chown(folder, user, user)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [programs / program, "-D", folder / "data", *arguments],
            check=True,
            capture_output=True,
            cwd=folder,
            env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]},
            user=user,
            group=user,
        )

    try:
        run("initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--no-locale", "--username=frontdesk")
        run("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", (_WHERE + options).format(folder=folder))
        try:
            yield f"host={folder} user=frontdesk"
        finally:
            run("pg_ctl", "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _programs() -> Path | None:
    """The folder of the newest server's programs."""
    found = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    numbered = sorted((int(path.parts[-3]), path.parent) for path in found if path.parts[-3].isdecimal())
    if numbered and numbered[-1][0] >= OLDEST:
        return numbered[-1][1]
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


def _user() -> str:
    import pwd

    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"
