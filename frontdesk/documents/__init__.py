"""Documents to print: one page for the browser each, whole in one file."""
