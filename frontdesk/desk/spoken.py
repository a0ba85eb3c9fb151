"""What came with the program is said in the reader's language, whoever began it; a store's own keeps its words."""

from collections.abc import Mapping

from frontdesk.domain.runs.evidence import asked_by
from frontdesk.domain.runs.playbook import Playbook
from frontdesk.domain.runs.run import Run
from frontdesk.files.playbook_file import languages, shipped


def playbook_in(playbook: Playbook, language: str) -> Playbook:
    """Return a playbook that came with the program in a language; one that was changed as it is.

    `language` empty: as it is kept.
    """
    if language and any(shipped(each).get(playbook.key) == playbook for each in languages()):
        return shipped(language)[playbook.key]
    return playbook


def run_in(run: Run, language: str) -> Run:
    """Return a run the same way: its titles, and the answers that were chosen."""
    playbook = playbook_in(run.playbook, language)
    if not language:
        return run
    said = {**_titles(run.playbook, playbook), **answers_in(playbook)}
    now = {step.key: step for step in playbook.steps}
    steps = tuple(each._replace(step=now[each.step.key], value=said.get(each.value, each.value)) for each in run.steps)
    entries = tuple(
        entry._replace(
            step=said.get(entry.step, entry.step),
            value=said.get(entry.value, entry.value),
            words=entry.words if entry.step else said.get(entry.words, entry.words),
        )
        for entry in run.entries
    )
    return run._replace(playbook=playbook, steps=steps, entries=entries)


def _titles(was: Playbook, now: Playbook) -> Mapping[str, str]:
    """Return what each title is called now; of the facts too."""
    steps = {before.title: after.title for before, after in zip(was.steps, now.steps, strict=True)}
    return steps | {before.title: after.title for before, after in zip(was.facts, now.facts, strict=True)}


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
