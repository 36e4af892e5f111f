"""What a printed amount can mean: its width, its ends, and another currency."""
