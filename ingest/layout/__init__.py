"""Lines -> blocks: columns, running heads and feet, printed page labels, paragraphs."""
