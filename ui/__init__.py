"""Library -> a person: the command line, the desk, citing and export."""
