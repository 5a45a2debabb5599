"""What is on the screen. The only room that knows Textual."""
