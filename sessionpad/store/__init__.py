"""The only room that opens data files: sealed, replaced whole, and never trusted unread."""
