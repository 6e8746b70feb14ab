"""A small county web of our own on 127.0.0.1: the embedded default, the test world and the load generator."""
