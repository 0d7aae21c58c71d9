"""A paper: sentences with the quotes they rest on, and the formats in which it is handed on."""
