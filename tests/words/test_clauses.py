"""Each clause has what does it, in both languages, and tests that name it."""

import ast
import re
from collections import Counter
from functools import cache

import pytest
from babel.messages import pofile
from written_pages import CLAUSES, HEADINGS, Clause, clause_of, clauses, done_here, leaves

from frontdesk.commands import parser
from frontdesk.words import i18n
from frontdesk.words.handbook.pages import PAGES, TOPICS
from screens.stations.keys import KEYS

TESTS = CLAUSES.parents[1]
NUMBERS = {"Z": 9, "P": 4, "C": 19, "Q": 9, "R": 9, "I": 17, "S": 12, "G": 6}
"""How many clauses each part has; one was put in between later, Z4a."""

CLAUSE = re.compile(r"\b([ZPCQRISG])(\d+)(a?)(?:–[ZPCQRISG]?(\d+))?")
KNOWN = {
    *(command.prog for command in leaves(parser.build())),
    *(key.shown for key in KEYS if key.key),
    *TOPICS,
    "Ctrl+P",
}


def every_id() -> list[str]:
    ids = [f"{letter}{number}" for letter, last in NUMBERS.items() for number in range(1, last + 1)]
    ids.insert(ids.index("Z4") + 1, "Z4a")
    return ids


def named_in(text: str) -> set[str]:
    """Return the clauses that a text names, also those between two: R1–R9, Z5b as Z5."""
    found: set[str] = set()
    for letter, first, part, last in CLAUSE.findall(text):
        found |= {f"{letter}{number}" for number in range(int(first), int(last or first) + 1)}
        found |= {f"{letter}{first}a"} if part else set()
    return found


@cache
def functions(file: str) -> dict[str, set[str]]:
    """Return the tests of a file, each with the clauses that its docstring, comments or its file name."""
    text = (TESTS / file).read_text(encoding="utf-8")
    lines, module = text.splitlines(), ast.parse(text)
    of_all = named_in(ast.get_docstring(module) or "")
    found = {}
    for node in module.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test_"):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)]) - 1
            comments = [line.partition("#")[2] for line in lines[first : node.end_lineno]]
            found[node.name] = of_all | named_in(" ".join([ast.get_docstring(node) or "", *comments]))
    return found


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_clause_has_its_row(language: str) -> None:
    assert len(every_id()) == 86
    assert [clause.id for clause in clauses(language)] == every_id()
    page = (PAGES / language / "clauses.md").read_text(encoding="utf-8")
    assert [each for each in re.findall(r"^\| (\w+) \|", page, re.MULTILINE) if each[-1] in "0123456789a"] == every_id()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_a_row_names_is_there(language: str) -> None:
    """Keys, commands and pages; and words in quotation marks are the screen's own."""
    with (i18n.LOCALES / "zh" / "LC_MESSAGES" / "frontdesk.po").open("rb") as file:
        catalogue = pofile.read_po(file, "zh", "frontdesk")
    said = " ".join(str(message.string if language == "zh" else message.id) for message in catalogue if message.id)
    for clause in clauses(language):
        named = re.findall(r"`([^`]+)`", clause.here + clause.missing)
        assert named and {*named} <= KNOWN, clause.id
        assert [words for words in re.findall("“([^”]+)”", clause.here) if words not in said] == [], clause.id


def test_both_languages_say_the_same() -> None:
    def plain(clause: Clause) -> object:
        return clause.id, sorted(re.findall(r"`([^`]+)`", clause.here)), bool(clause.missing), clause.tests

    english, chinese = (list(map(plain, clauses(language))) for language in ("en", "zh"))
    assert english == chinese


@pytest.mark.parametrize("clause", clauses("en"), ids=lambda clause: clause.id)
def test_what_proves_it_is_a_test_that_names_it(clause: Clause) -> None:
    assert clause.asks and clause.here and (clause.tests or clause.missing)
    for test in clause.tests:
        file, _, name = test.partition("::")
        assert clause.id in functions(file)[name], f"{test} does not name {clause.id}"


def test_a_test_is_found_by_the_name_that_the_page_says() -> None:
    """A folder has one of that name."""
    told = {test for clause in clauses("en") for test in clause.tests}
    for test in told:
        file, _, name = test.partition("::")
        beside = (str(each.relative_to(TESTS)) for each in (TESTS / file).parent.glob("test_*.py"))
        assert Counter(name in functions(each) for each in beside)[True] == 1, test


@pytest.mark.parametrize(("language", "mark"), [("en", "**Not yet:** no fax."), ("zh", "**尚缺：** no fax.")])
def test_what_is_not_done_is_said_behind_what_is(language: str, mark: str) -> None:
    """Nothing is left to do today; a row that says so is still told apart."""
    said = HEADINGS[language]
    assert done_here(clause_of("Q1", ["asked", "done", "no fax."], []), said) == f"done {mark}"
    assert done_here(clause_of("Q1", ["asked", "done"], []), said) == "done"
    page = (PAGES / language / "clauses.md").read_text(encoding="utf-8")
    left = sum(bool(clause.missing) for clause in clauses(language))
    # Once where the page explains it, and once in each such row.
    assert page.count(mark.removesuffix(" no fax.")) == 1 + left


def test_a_clause_is_read_where_it_is_named() -> None:
    assert named_in("who may (Z5a, Z6b, R3–R5), and not G25x") == {"Z5", "Z5a", "Z6", "R3", "R4", "R5", "G25"}
