"""A short sound that tells how urgent a prompt is, through the system's own player; if none plays, the bell rings.

playsound3 (3.3.2) was rejected: importing it runs every player it knows and waits for them, raises if one of them
fails and prints if there is none; it knows neither paplay nor pw-play, accepts aplay only together with mpg123, leaves
the terminal's keyboard to the player, and neither ends nor reaps one that hangs.
"""

import atexit
import contextlib
import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from frontdesk.domain.escalations.prompts import Urgency

SOUNDS = Path(__file__).parent / "sounds"
PATIENCE_S = 5.0
"""A player that takes longer is ended. paplay was seen to end 2 s after a sound; a loudspeaker may be asleep."""

_PLAYERS = (("paplay",), ("pw-play",), ("aplay", "-q"), ("afplay",))
"""The likeliest to be heard first. With PipeWire beside PulseAudio, pw-play has no loudspeaker and hangs."""

log = logging.getLogger(__name__)


def over_ssh() -> bool:
    """Whether the user sits elsewhere. A sound would play at this machine; only the bell reaches the user."""
    return bool(os.environ.get("SSH_CONNECTION"))


def player() -> str:
    """Return the name of the player to try first; "" if there is none, or nobody would hear it."""
    if over_ssh():
        return ""
    if sys.platform == "win32":
        return "winsound"
    return next((_name(command) for command in _commands()), "")


def play(urgency: Urgency, on_failure: Callable[[], None] | None = None) -> bool:
    """Start to play a sound without waiting for it; return whether there is a player. Never raises.

    False means that the caller must ring the bell. `on_failure` is called in another thread if no player could play it
    after all or it took longer than `PATIENCE_S`; the bell must be rung then too.
    """
    if not player():
        return False
    try:
        threading.Thread(target=_play_or_tell, args=(urgency, on_failure), name="sound", daemon=True).start()
    except RuntimeError:  # no more threads
        return False
    return True


def play_through(urgency: Urgency) -> str:
    """Play a sound to its end, within `PATIENCE_S`; return the name of the player used, "" if none could play it."""
    if not player():
        return ""
    file = SOUNDS / f"{urgency}.wav"
    if sys.platform == "win32":
        return "winsound" if _plays_on_windows(file) else ""
    ends = time.monotonic() + PATIENCE_S
    return next((_name(command) for command in _commands() if _plays([*command, str(file)], ends)), "")


def _play_or_tell(urgency: Urgency, on_failure: Callable[[], None] | None) -> None:
    try:
        if not play_through(urgency) and on_failure:
            on_failure()
    except Exception:
        # The program may have closed meanwhile; a thread that ends with an error prints on the terminal.
        log.info("a sound was not played", exc_info=True)


def _commands() -> list[list[str]]:
    return [[path, *options] for name, *options in _PLAYERS if (path := shutil.which(name))]


def _name(command: list[str]) -> str:
    return Path(command[0]).name


def _plays(command: list[str], ends: float) -> bool:
    """Run a player; return whether it ended successfully before a time of the monotonic clock."""
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
    except OSError as error:
        log.info("%s does not start: %s", command[0], error)
        return False
    end = partial(_end, process)
    atexit.register(end)
    try:
        code = process.wait(max(0.0, ends - time.monotonic()))
        if code:
            log.info("%s ended with %s", command[0], code)
        return code == 0
    except subprocess.TimeoutExpired:
        log.info("%s hangs and is ended", command[0])
        return False
    finally:
        end()
        atexit.unregister(end)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a player that still runs, and what it has started."""
    if sys.platform != "win32" and process.poll() is None:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _plays_on_windows(file: Path) -> bool:
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - Windows only

        try:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        except RuntimeError as error:
            log.info("winsound could not play: %s", error)
            return False
        return True
    return False
