"""Citations -> works: short forms resolved, lists of references, keys, links and versions."""
