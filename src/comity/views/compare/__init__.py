"""Two releases side by side: what both tell, what one tells, what they tell differently; and a series' formulas."""
