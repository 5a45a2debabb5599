"""English: the helper verb steps back."""
