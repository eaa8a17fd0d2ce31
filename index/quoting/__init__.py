"""Quoted words found again in what is printed."""
