"""What can go wrong with a cite or a file made of cites; the message is one line and tells the reader what to do."""


class CitingError(Exception):
    """A cite cannot be set, or what is made of cites cannot be written; the message is shown as it stands."""
