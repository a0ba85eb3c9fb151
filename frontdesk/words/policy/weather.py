"""What each number about the weather does."""

from frontdesk.words.i18n import N_
from frontdesk.words.policy.meaning import CENTIMETRES, FORCE, MILLIMETRES, WORKING_DAYS, Meaning

MEANINGS = {
    "weather": Meaning(
        N_('When the weather is looked up: "daily", each opening day, or "off", by whoever wants to'),
        "",
        "I7",
    ),
    "forecast_by": Meaning(N_("By when the weather of the next three days is looked up and published"), "", "I7"),
    "make_up_days": Meaning(
        N_("Within this whoever was not served because of the weather is served, or asked"), WORKING_DAYS, "I11"
    ),
    "severe_rain_mm": Meaning(N_("From so much rain a day on its weather is severe"), MILLIMETRES, "I7"),
    "severe_snow_cm": Meaning(N_("From so much snow a day on its weather is severe"), CENTIMETRES, "I7"),
    "severe_gust_force": Meaning(N_("From gusts of this force on a day's weather is severe"), FORCE, "I7"),
}
