"""What files of reference managers say of documents."""
