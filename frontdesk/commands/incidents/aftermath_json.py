"""What came of an incident as JSON: times ISO 8601 in the store's zone."""

from zoneinfo import ZoneInfo

from frontdesk.commands.incidents.as_json import incident_json
from frontdesk.desk.incidents.aftermath import Followed
from frontdesk.domain.values.phones import mask_in
from frontdesk.words.times import iso_time

Json = dict[str, object]


def followed_json(followed: Followed, zone: ZoneInfo) -> Json:
    """Return an incident with what was found, learned, told, and looked at."""
    found = followed.found
    return {
        **incident_json(followed.incident, zone),
        "cause": mask_in(found.cause) or None,
        "responsible": found.responsible or None,
        "loss_cny": found.loss_cny,
        "investigated_at": iso_time(found.investigated_at, zone),
        "investigated_by": found.investigated_by or None,
        "lessons": mask_in(found.lessons) or None,
        "into_plan": found.into_plan,
        "into_plan_why": found.into_plan_why or None,
        "assessed_at": iso_time(found.assessed_at, zone),
        "assessed_by": found.assessed_by or None,
        "likelihood": found.likelihood,
        "severity": found.severity,
        "found_in": followed.found_in.id if followed.found_in else None,
        "measures": [part.id for part in followed.measures],
        "news": [
            {
                "audience": each.audience,
                "version": each.version,
                "text": mask_in(each.text),
                "written_at": iso_time(each.written_at, zone),
                "by": each.written_by,
                "signed": each.is_signed,
                "sent_at": iso_time(each.sent_at, zone),
                "sent_by": each.sent_by or None,
            }
            for each in followed.news
        ],
        "cars": [
            {
                "plate": each.plate,
                "result": each.result,
                "checked_at": iso_time(each.checked_at, zone),
                "by": each.checked_by or None,
                "words": mask_in(each.words) or None,
            }
            for each in followed.cars
        ],
    }
