"""Counterclaim: reads articles, keeps every figure with its words, and says which ones disagree and why."""
