"""A shipped playbook follows the reader's language, whoever began it; a store's own keeps its words."""

from collections.abc import Callable

from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import reporting
from frontdesk.desk.register import areas
from frontdesk.desk.runs import playbooks, runs
from frontdesk.desk.spoken import answers_in
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.register.areas import Area
from frontdesk.domain.runs.run import base_of
from frontdesk.files.playbook_file import shipped
from frontdesk.words import i18n
from frontdesk.words.register import shipped_areas


def test_what_came_with_the_program(as_: Callable[[str], Desk]) -> None:
    desk = as_("王芳")
    number = reporting.report(desk, IncidentKind.POWER_FAILURE, "office", language="en").number
    runs.say_fact(desk, number, "customers")
    for language in ("zh", "en"):
        (run,) = runs.of_matter(desk, number, language)
        playbook = shipped(language)["power_failure"]
        assert run.playbook == playbook
        said = dict.fromkeys(playbook.step(base_of(each.step.key)) for each in run.steps)
        assert tuple(said) == playbook.steps
        assert playbooks.shown(desk, "power_failure", language).playbook == playbook
        assert runs.open_ones(desk, language) == (run,)
    runs.done(desk, number, "report", "王芳", language="zh")
    (run,) = runs.of_matter(desk, number, "zh")
    assert run.entries[-1].step == shipped("zh")["power_failure"].steps[0].title
    # The same playbook is begun again: no new version for another language.
    reporting.report(desk, IncidentKind.POWER_FAILURE, "lounge", language="zh")
    assert {run.version for run in runs.open_ones(desk)} == {1}


def test_an_area_in_the_readers_language(as_: Callable[[str], Desk]) -> None:
    """Also where somebody who reads another language began it; one that the store named keeps its name."""
    desk = as_("王芳")
    areas.add(desk, "洗车房", shipped_areas())
    with i18n.spoken("zh"):
        number = reporting.report(desk, IncidentKind.POWER_FAILURE, "office", language="zh").number
    for language, said in (
        ("zh", ("巡视车间：跳闸、短路、其他故障", "巡视洗车房：")),
        ("en", ("look at workshop:", "look at 洗车房:")),
    ):
        with i18n.spoken(language):
            (run,) = runs.of_matter(desk, number, language)
            titles = [each.step.title for each in run.of("patrol")]
        assert all(any(title.startswith(each) for title in titles) for each in said)
        assert len(titles) == len(Area) + 1


def test_an_answer_in_the_readers_words() -> None:
    for language, said in (("en", "given back"), ("zh", "已交还")):
        found = answers_in(shipped(language)["handback"])
        assert (found["given back"], found["已交还"]) == (said, said)


def test_a_stores_own_keeps_its_words(as_: Callable[[str], Desk]) -> None:
    desk = as_("王芳")
    playbooks.load(desk, shipped("zh")["power_failure"]._replace(title="停电（本店）"))
    number = reporting.report(desk, IncidentKind.POWER_FAILURE, "office", language="en").number
    (run,) = runs.of_matter(desk, number, "en")
    assert run.playbook.title == "停电（本店）"
