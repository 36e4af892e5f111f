"""The review: one claim at a time, one key a decision."""
