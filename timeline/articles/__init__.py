"""The outside world becomes an Article: reading, the printed date, the layout of the page."""
