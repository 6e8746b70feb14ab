"""What the kinds of facts share: the text with its offsets, numerals, quotations, surnames and the vocabulary of offices."""
