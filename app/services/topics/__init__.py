"""Topics: made, compared, looked at on one basis or in time, and settled."""
