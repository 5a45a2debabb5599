"""A notepad for coaches in conversation."""

__version__ = "0.1.0"
