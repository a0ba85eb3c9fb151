"""What came with the program is said in the reader's language, whoever began it; a store's own keeps its words."""

from frontdesk.domain.runs.evidence import asked_by
from frontdesk.domain.runs.playbook import EACH_AREA, Playbook
from frontdesk.domain.runs.run import Run, StepOnRecord, made_for
from frontdesk.files.playbook_file import area_names, languages, shipped


def playbook_in(playbook: Playbook, language: str) -> Playbook:
    """Return a playbook that came with the program in a language; one that was changed as it is.

    `language` empty: as it is kept.
    """
    return shipped(language)[playbook.key] if language and is_of_program(playbook) else playbook


def is_of_program(playbook: Playbook) -> bool:
    """Whether a playbook is as it came with the program, in any language."""
    return any(shipped(each).get(playbook.key) == playbook for each in languages())


def run_in(run: Run, language: str) -> Run:
    """Return a run the same way: its titles, and the answers that were chosen."""
    playbook = playbook_in(run.playbook, language)
    if not language:
        return run
    steps = _steps_in(run, playbook, language)
    titles = {was.step.title: each.step.title for was, each in zip(run.steps, steps, strict=True)}
    facts = {was.title: fact.title for was, fact in zip(run.playbook.facts, playbook.facts, strict=True)}
    said = {**titles, **facts, **answers_in(playbook)}
    steps = tuple(each._replace(value=said.get(each.value, each.value)) for each in steps)
    entries = tuple(
        entry._replace(
            step=said.get(entry.step, entry.step),
            value=said.get(entry.value, entry.value),
            words=entry.words if entry.step else said.get(entry.words, entry.words),
        )
        for entry in run.entries
    )
    return run._replace(playbook=playbook, steps=steps, entries=entries)


def _steps_in(run: Run, playbook: Playbook, language: str) -> tuple[StepOnRecord, ...]:
    """Return the steps of a run as a playbook says them; an area that the store named itself keeps its name."""
    now = {step.key: step for step in playbook.steps}
    steps = []
    for each in run.steps:
        base, _, row = each.step.key.partition(".")
        is_shipped = each.step.each == EACH_AREA and each.named in {area_names(other).get(row) for other in languages()}
        named = area_names(language)[row] if is_shipped else each.named
        steps.append(each._replace(step=made_for(now[base], row, named), named=named))
    return tuple(steps)


def answers_in(now: Playbook) -> dict[str, str]:
    """Return how each answer of a shipped playbook is said now, in whichever language it was chosen."""
    found: dict[str, str] = {}
    for language in languages():
        other = shipped(language).get(now.key)
        if other is None or playbook_in(now, language) != other:
            continue
        for was, step in zip(other.steps, now.steps, strict=True):
            found |= dict(zip(asked_by(was).answers, asked_by(step).answers, strict=True))
    return found
