"""A note's text -> its citations, each with what it says of the work."""
