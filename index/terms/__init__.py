"""What the field calls things: missions, abbreviations, terms in two languages."""
