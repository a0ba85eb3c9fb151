"""The pages of the handbook, in the language in force: one for each reader, and a search through all of them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from frontdesk.words import i18n

PAGES = Path(__file__).parents[2] / "handbook"
START = "start"
TOPICS = (
    START, "guard", "reception", "manager", "workshop", "lounge", "incidents", "appointments", "escalations", "cases",
    "meetings", "surveys", "messages", "rescues", "orders", "penalties", "figures", "outlook", "weather", "review",
    "plans", "runs", "checks", "drills", "trainings", "roster", "holidays", "counting", "aftermath", "register",
    "past", "correcting", "tables", "keys", "commands", "policy", "clauses", "promises", "privacy", "setup", "signing",
    "cameras", "browser", "upkeep", "copies", "group", "headoffice",
    "platforms",
)  # fmt: skip
"""The topics in reading order."""

_REMARK = re.compile(r"<!--.*?-->\n*", re.DOTALL)
_RULE = re.compile(r"[-|: ]+")


class Page(NamedTuple):
    """A page: its topic, its title, and its text (Markdown)."""

    topic: str
    title: str
    text: str


class UnknownPageError(LookupError):
    """There is no such page."""


class Found(NamedTuple):
    """A matching line, with its page and its heading."""

    page: Page
    heading: str
    line: str


def page(topic: str) -> Page:
    """Return a page by its topic, or by its title. Raises `UnknownPageError`."""
    asked = topic.strip().casefold()
    for each in pages():
        if asked in {each.topic, each.title.casefold()}:
            return each
    raise UnknownPageError(topic)


def pages() -> Iterator[Page]:
    """Give every page."""
    for topic in TOPICS:
        text = _REMARK.sub("", (PAGES / i18n.language() / f"{topic}.md").read_text(encoding="utf-8"))
        yield Page(topic, text.partition("\n")[0].removeprefix("# "), text)


def search(words: Sequence[str], among: Iterator[Page]) -> Iterator[Found]:
    """Give every line that has all of the words, in capitals or not."""
    wanted = [word.casefold() for word in words]
    for each in among:
        heading = each.title
        for line in each.text.splitlines():
            if line.startswith("#"):
                heading = line.lstrip("# ")
            said = without_marks(line)
            if said and all(word in said.casefold() for word in wanted):
                yield Found(each, heading, said)


def without_marks(line: str) -> str:
    """Return a line of Markdown as readers see it; empty if it only draws a table."""
    if line.startswith(("```", "#")) or _RULE.fullmatch(line):
        return line.lstrip("# ") if line.startswith("#") else ""
    if line.startswith("|"):
        line = " · ".join(cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|")) if cell.strip())
    return re.sub(r"^ *[-*] |(?<!\\)[`*]+|\\(?=\W)", "", line).strip()
