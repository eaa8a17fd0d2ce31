"""Cites in the styles of the field, and the places that they name."""
