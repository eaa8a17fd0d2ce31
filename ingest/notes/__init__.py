"""Markers and notes: where each stands, and which mark calls which note."""
