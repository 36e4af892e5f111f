"""An article as it was read, every figure marked where it stands."""
