"""What we know: names of states, offices, exercises, agreements and dialogues, and the rules; all of it data."""

from comity.lexicon.gazetteer import Hit, Name
from comity.lexicon.load import Lexicon, load
from comity.lexicon.rules import Rule

__all__ = ["Hit", "Lexicon", "Name", "Rule", "load"]
