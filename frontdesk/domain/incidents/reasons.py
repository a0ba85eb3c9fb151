"""Reasons for a refusal: incidents."""

from frontdesk.domain.values.errors import Reason


class IncidentReason(Reason):
    """Why an incident was not reported, commanded, rated, contained or ended."""

    NO_INCIDENT = "no_incident"
    NO_PLACE = "no_incident_place"
    INCIDENT_OVER = "incident_over"
    JOINED = "incident_reported_before"
    """Told with an answer: somebody else was first."""
    REAL_INCIDENT = "real_incident"
    """No drill begins while it burns."""
    COMMAND_YOURS = "command_yours"
    COMMAND_TAKEN = "command_taken"
    COMMAND_FOR = "command_for"
    """Somebody above is at a station and has the first minute to take it."""
    NO_COMMAND = "no_command"
    ONLY_COMMAND = "only_command"
    SAME_LEVEL = "same_level"
    LEVEL_WHY = "level_why"
    NOTHING_SAID = "nothing_said"
    HURT_NUMBER = "hurt_number"
    CONTAINED = "already_contained"
    NOT_ENDED = "not_ended"
    NOT_A_MISTAKE = "not_a_mistake"
    """The two minutes are over, or it is neither the reporter's nor the command's."""
    REPORTED_TOO = "reported_too"
    """Somebody else reported it as well: the reporter alone cannot say that there is nothing."""
    BY_COMMAND = "by_command"
    """An alarm for an incident is answered by taking command."""
