"""What readers keep and correct: clippings, tags, trash, corrections by hand."""
