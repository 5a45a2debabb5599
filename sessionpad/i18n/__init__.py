"""Interface text. The language is an argument, never a global."""
