"""One screen a module, with its style beside it."""
