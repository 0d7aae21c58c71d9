"""Claims to claims: which tellings are of one thing, and what became of a promise. Decisions of people win."""
