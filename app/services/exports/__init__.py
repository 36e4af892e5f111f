"""What is taken away: CSV and pages."""
