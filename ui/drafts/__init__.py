"""A draft’s quotations, and where each is printed."""
