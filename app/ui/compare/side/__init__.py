"""Two to four figures as columns of one table, and what joins them."""
