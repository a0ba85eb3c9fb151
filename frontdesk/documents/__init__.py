"""Documents to print; each is one self-contained page for the browser."""
