"""Tells systemd that a service is ready: its protocol wants one word to the socket that it names."""

import os
import socket
from contextlib import suppress


def tell_ready() -> None:
    """Report that this process is ready, if a supervisor waits for that."""
    named = os.environ.get("NOTIFY_SOCKET", "")
    if not named or not hasattr(socket, "AF_UNIX"):
        return
    # A name that begins with @ is no file: the socket's own name begins with a zero byte there.
    address = f"\0{named[1:]}" if named.startswith("@") else named
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bell:
        bell.sendto(b"READY=1", address)
