"""`frontdesk` and `python -m frontdesk`."""

import sys

from frontdesk import stopping


def start() -> int:
    """Carry out what was typed; return the exit code. Whoever stops it while it loads is answered in words too."""
    try:
        stopping.listen()
        with stopping.held_back():
            from frontdesk import cli  # noqa: PLC0415 - while it loads, a stop waits
        return cli.main()
    except KeyboardInterrupt:
        from frontdesk import cli  # noqa: PLC0415

        return cli.stopped()
    finally:
        stopping.deaf()


if __name__ == "__main__":
    sys.exit(start())
