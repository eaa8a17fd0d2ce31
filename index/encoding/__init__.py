"""Texts -> vectors: the model, and the quickest way to run it here."""
