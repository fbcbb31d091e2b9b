"""text -> lines kept and lines removed, each with its rule."""
