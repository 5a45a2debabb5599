"""Widgets: a class, its style, and the messages it sends upward."""
