"""Text to mentions: sentences, the people, parties, places, dates and names in them, and their syntax."""
