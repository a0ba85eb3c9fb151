"""Who is called, and how soon: the chains of the policy (Z1, Z5, Z6, Q4)."""

import re
from collections.abc import Iterator

from frontdesk.domain.policy.numbers import Problem

Chain = tuple[str, ...]
_CHAIN_STEP = re.compile(r"(\d{1,5}) (guard|advisor|manager|deputy|director|general_manager|team:command)")


def chain_step(text: str) -> tuple[int, str]:
    """Return a step of the chain, such as "180 deputy", as seconds and role. Raises `ValueError` for anything else."""
    found = _CHAIN_STEP.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[1]), found[2]


def chain_problems(name: str, chain: Chain, right: Chain) -> Iterator[Problem]:
    """Yield what is wrong in a chain: an entry is no step, a step comes twice, or nobody can decide from 0 s on."""
    wrong = next((step for step in chain if not _CHAIN_STEP.fullmatch(step)), None)
    if wrong is None:
        at_once = {role for after, role in map(chain_step, chain) if after == 0}
        twice = len(set(chain)) < len(chain)
        wrong = " · ".join(chain) if twice or not at_once - {"guard"} else None
    if wrong is not None:
        steps = ", ".join(f'"{step}"' for step in right)
        yield name, wrong, f"[{steps}]"
