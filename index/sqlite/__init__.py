"""The store on one machine: tables, words and vectors, and what is asked of them."""
