"""What the page of a station says itself, beside the station that it shows."""

from frontdesk.words.i18n import _


def of_script() -> dict[str, str]:
    """Return the sentences of the page's script, each by the word the script knows it by."""
    return {
        "lost": _("No connection. What you type is kept for 15 seconds; trying again …"),
        "deaf": _("No connection, trying again. What you type now is lost."),
        "taken": _("This station was opened in another window."),
        "take": _("Show it here"),
        "ended": _("This station was closed."),
        "failed": _("This station had to stop. All records are kept."),
        "server": _("The server was stopped. As soon as it runs again, this goes on."),
        "anew": _("The server had to start again: what was half typed is gone, type it again. All records are kept."),
        "read": _("I have read it"),
        "mute": _("The browser plays no sound before the first touch or key on this page."),
        "tab": _(
            "In a tab Ctrl+N, Ctrl+T and Ctrl+W are the browser's: press Alt for Ctrl, or open this page as an app."
        ),
        "compose": _("Type here; Enter puts it into the station. Alt+I closes this line."),
        "put": _("Put in"),
        "paper": _("{name} is ready to be printed."),
        "show": _("Show it"),
        "again": _("Open again"),
        "kind": _("Two windows of this device show this station already. Close one of them, then try again."),
        "sessions": _("Too many stations are open. Close one that nobody needs, then try again."),
        "unpaired": _("This browser is not paired any more."),
        "pair": _("Pair"),
    }


def of_office_script() -> dict[str, str]:
    """Return the sentences of the page that shows head office's dashboard: nothing is written down there."""
    return {
        **of_script(),
        "lost": _("No connection; trying again …"),
        "deaf": _("No connection; trying again …"),
        "taken": _("The dashboard was opened in another window."),
        "ended": _("The dashboard was closed."),
        "failed": _("The dashboard had to stop. The log at head office says why."),
        "anew": _("The server had to start again. Everything is read anew."),
        "kind": _("Too many windows of this browser show the dashboard already. Close one of them, then try again."),
        "sessions": _("Too many look at the dashboard just now. Close a window that nobody needs, then try again."),
        "unpaired": _("This browser is signed in no more."),
        "pair": _("Sign in"),
    }
