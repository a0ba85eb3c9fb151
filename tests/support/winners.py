"""Who of several that were told the same at the same instant was first."""

from typing import Any

ROUNDS = 50

Answers = list[dict[str, Any]]


def winner(answers: Answers, *reasons: str) -> int:
    """Which station won; the others were refused for one of the reasons."""
    won = [number for number, answer in enumerate(answers) if "answer" in answer]
    assert len(won) == 1, answers
    assert {answer["refused"] for answer in answers if "refused" in answer} <= set(reasons), answers
    return won[0]


def facts(answers: Answers, name: str) -> set[str]:
    return {answer["facts"][name] for answer in answers if "refused" in answer}
