"""Brings text into the form that is stored: white space, invisible characters, script, and the repair of what mirrors did to it."""
