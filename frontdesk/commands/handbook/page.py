"""`frontdesk handbook`: a page, the list of pages, or a search for words in them."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable

from frontdesk.commands.kit import output
from frontdesk.words import i18n
from frontdesk.words.handbook import pages
from frontdesk.words.handbook.pages import START, TOPICS, Found, Page, UnknownPageError
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    try:
        return _run(args)
    except UnknownPageError as error:
        said = _("The handbook has no page “{topic}”. It has {topics}.")
        said = said.format(topic=error, topics=_(", ").join(TOPICS))
        return output.fail(said, error="no_page" if args.json else "")


def _run(args: Namespace) -> int:
    if args.search:
        among = [pages.page(args.topic)] if args.topic else pages.pages()
        return _tell_found(args, list(pages.search(args.search, iter(among))))
    page = pages.page(args.topic or START)
    if args.json:
        topics = (
            {} if args.topic else {"topics": [{"topic": each.topic, "title": each.title} for each in pages.pages()]}
        )
        output.say_json({**page._asdict(), "language": i18n.language(), **topics})
        return 0
    _show(page.text + ("" if args.topic else _contents(pages.pages())))
    return 0


def _contents(all_pages: Iterable[Page]) -> str:
    """Return every page's topic and title."""
    rows = "".join(f"| `{each.topic}` | {each.title} |\n" for each in all_pages)
    return f"\n## {_('All pages')}\n\n| | |\n|---|---|\n{rows}"


def _tell_found(args: Namespace, found: list[Found]) -> int:
    if args.json:
        output.say_json_list(
            "found",
            ({"topic": f.page.topic, "title": f.page.title, "heading": f.heading, "line": f.line} for f in found),
        )
    elif not found:
        output.say(_("The handbook says nothing about “{words}”.").format(words=" ".join(args.search)))
    else:
        blocks: dict[str, list[str]] = {}
        for each in found:
            title = f"{each.page.topic} · {each.page.title}"
            head = title if each.heading == each.page.title else f"{title} · {each.heading}"
            blocks.setdefault(head, []).append(each.line)
        output.say("\n\n".join(f"{head}\n" + "\n".join(f"  {line}" for line in said) for head, said in blocks.items()))
    return 0


def _show(text: str) -> None:
    """Print the page: on a terminal laid out and a screenful at a time, everywhere else as plain Markdown."""
    if not sys.stdout.isatty():
        output.say(text.rstrip("\n"))
        return
    from rich.console import Console  # noqa: PLC0415 - a pipe needs none of it

    from frontdesk.words.handbook.markdown import THEME, PageMarkdown  # noqa: PLC0415

    console = Console(theme=THEME, highlight=False)
    page = PageMarkdown(text)
    if len(console.render_lines(page, pad=False)) < console.height:
        console.print(page)
        return
    os.environ.setdefault("LESS", "-R")  # else it shows what makes bold letters bold
    if console.encoding.startswith("utf"):
        # It asks the language of the machine, which may be one that nobody has installed there.
        os.environ.setdefault("LESSCHARSET", "utf-8")
    with console.pager(styles=sys.platform != "win32"):  # `more` knows no bold letters
        console.print(page)
