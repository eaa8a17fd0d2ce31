"""A question -> passages in order."""
