"""The window itself: its frame, its places, the projects it shows, and its own acts and dialogs."""
