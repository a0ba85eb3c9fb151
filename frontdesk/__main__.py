"""`frontdesk` and `python -m frontdesk`."""

import sys


def start() -> int:
    """Run the typed command; return the exit code. Ctrl-C while the program loads is answered with a sentence too."""
    try:
        from frontdesk.process import stopping  # noqa: PLC0415 - nothing may be loaded before somebody listens

        stopping.listen()
        with stopping.held_back():
            from frontdesk import cli  # noqa: PLC0415
        return cli.main()
    except KeyboardInterrupt:
        from frontdesk import cli  # noqa: PLC0415

        return cli.stopped()
    finally:
        from frontdesk.process import stopping  # noqa: PLC0415

        stopping.deaf()


if __name__ == "__main__":
    sys.exit(start())
