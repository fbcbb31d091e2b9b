"""Weights of the learned quote model."""
