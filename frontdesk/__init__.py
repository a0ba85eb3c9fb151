"""Frontdesk: an after-sales front desk kept under control, on one terminal dashboard."""

__version__ = "0.3.0"
