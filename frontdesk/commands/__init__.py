"""The commands of the command line, one module per group; each is imported when it is asked for."""
