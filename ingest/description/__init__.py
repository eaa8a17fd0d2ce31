"""What a document is, as CSL-JSON, from its title page."""
