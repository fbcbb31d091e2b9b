"""The command `brief`."""

import click


@click.group()
def main() -> None:
    """Turn news articles into briefings that can be checked."""
