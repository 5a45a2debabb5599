"""What a dossier is: frozen values, and pure functions that return new ones."""
