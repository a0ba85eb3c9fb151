"""The Textual screens: they get the desk and a snapshot handed in, and never open the database."""
