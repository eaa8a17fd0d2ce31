"""What the desk shows, as HTML and data: hits, pages, works, clippings."""
