"""The coach's desk: the only thing that screens and commands hold. It puts rooms in order and contains no rule."""
