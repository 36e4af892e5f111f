"""The comparison on screen: a topic's figures in a matrix by basis, one pinned, a verdict on every row."""
