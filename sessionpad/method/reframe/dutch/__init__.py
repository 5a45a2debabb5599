"""Dutch: the finite verb goes to the end of its clause."""
