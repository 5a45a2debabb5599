"""What comes in from elsewhere, and what a dossier is called when it leaves: files that are not those of the vault."""
