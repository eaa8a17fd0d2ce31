"""Document -> passages, none longer than the model reads."""
