"""Running a state machine: the same steps each time, unless a campaign looks for new ones."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


def run(machine: type[RuleBasedStateMachine], examples: int) -> None:
    """Let a machine take fifty steps, so many times over, each time from its beginning."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=50,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],  # a rerun finds it again soon; shrinking takes minutes
        ),
    )
