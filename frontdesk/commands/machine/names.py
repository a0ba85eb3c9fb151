"""The commands that can be services."""

SERVICES = ("watch", "serve")
