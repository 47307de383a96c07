"""`marsad init`: a commented `marsad.toml` to start from."""

import importlib.resources
from pathlib import Path

import click

from flows.settings import CONFIG_FILE, ConfigError


@click.command()
@click.option("--output", "-o", default=CONFIG_FILE, show_default=True, metavar="FILE", help="File to write.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def init(output: str, force: bool) -> int:
    """Write a commented configuration with examples of sources.

    \b
    marsad init
    marsad init --output /etc/marsad.toml
    """
    target = Path(output)
    if target.exists() and not force:
        raise ConfigError(f"{target} exists already; --force writes over it, --output FILE writes elsewhere")
    content = importlib.resources.files("flows").joinpath("data", CONFIG_FILE).read_text(encoding="utf-8")
    target.write_text(content, encoding="utf-8")
    click.echo(f"{target} written; name your sources in it, then: marsad run")
    return 0
