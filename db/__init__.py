"""Keeps and answers: the tables, how rows are written, and the questions that are asked of them; SQLAlchemy only."""
