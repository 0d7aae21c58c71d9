"""Answers for people: a reading on the terminal, as a page, and why a claim was made."""
