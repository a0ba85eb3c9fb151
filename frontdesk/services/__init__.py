"""Commands that run on without anybody: how each kind of machine is told to start them and keep them running."""
