"""Dated payments: what follows from them, and which figures they reproduce."""
