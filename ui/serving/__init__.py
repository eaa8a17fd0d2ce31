"""The desk’s server: the library that it opens, what it answers, and whom."""
