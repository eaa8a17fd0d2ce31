"""What a reader sees is wrong: how a page says it, where it stands, and how a correction is said."""
