"""Pages of the desk as addresses that can be shared, and back."""
