"""The wording checks: ten things a careful colleague would notice in a line of Dutch or English. They never block."""

from sessionpad.method.wording.check import check
from sessionpad.method.wording.field import Code, Field
from sessionpad.method.wording.lexicon import Lexicons, load_lexicons, our_lexicons

__all__ = ["Code", "Field", "Lexicons", "check", "load_lexicons", "our_lexicons"]
