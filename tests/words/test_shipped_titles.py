"""A title that came with the program is said in the language of whoever reads it, wherever it stands."""

import pytest

from frontdesk.domain.escalations.open_steps import OpenStep
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.runs.playbook import Playbook
from frontdesk.domain.runs.run import made_for
from frontdesk.files.playbook_file import area_names, languages, shipped
from frontdesk.words import i18n
from frontdesk.words.matters import due_word, title_of
from frontdesk.words.shipped_titles import said_here
from frontdesk.words.steps import step_text


def test_every_title_has_one_counterpart_in_each_language() -> None:
    """So that what is on record by its title alone is never said as another one."""
    for here in languages():
        with i18n.spoken(here):
            for key, playbook in shipped(here).items():
                for there in languages():
                    other = shipped(there)[key]
                    for was, now in zip(_titles(other), _titles(playbook), strict=True):
                        assert said_here(was) == now


@pytest.mark.parametrize(("here", "area"), [("zh", "车间"), ("en", "workshop")])
def test_a_step_for_each(here: str, area: str) -> None:
    """An area of the program's is said, too; one of the store's, and a car, keep their names."""
    for there in languages():
        for key, step in ((key, step) for key, each in shipped(there).items() for step in each.steps if step.each):
            now = shipped(here)[key].step(step.key)
            assert now is not None
            told = {"areas": {area_names(there)["workshop"]: area, "洗车房": "洗车房", "[b]": "[b]"}}
            for named, said in told.get(step.each, {"苏A·12345": "苏A·12345"}).items():
                with i18n.spoken(here):
                    assert said_here(made_for(step, "1", named).title) == made_for(now, "1", said).title


def test_wherever_it_stands() -> None:
    """In the line of a team's step, in what is owed, in the title of a matter; a store's own is left as it is."""
    zh, en = shipped("zh")["fire"], shipped("en")["fire"]
    for was, now, here in ((zh, en, "en"), (en, zh, "zh"), (zh, zh, "zh")):
        step = OpenStep(1, 7, was.title, "x", was.steps[0].title, "cordon", "", "", True, "", None)
        due = Due(1, 7, DueName.STEP, "", 0, 1, what=was.steps[0].title)
        with i18n.spoken(here):
            assert now.title in step_text(step)
            assert now.steps[0].title in step_text(step)
            assert due_word(due) == now.steps[0].title
            assert title_of(Matter(7, MatterKind.RUN, was.title, None, 0, "")) == now.title
            assert title_of(Matter(7, MatterKind.RUN, "火灾（本店）", None, 0, "")) == "火灾（本店）"
            assert due_word(due._replace(what="检查 {area}\n[b]")) == "检查 {area} [b]"


def _titles(playbook: Playbook) -> list[str]:
    return [playbook.title, *(step.title for step in playbook.steps), *(fact.title for fact in playbook.facts)]
