"""Mentions to claims: one module a kind, and assembly within the release."""
