"""The Textual screens. They are given the desk and a snapshot, and never open the database."""
