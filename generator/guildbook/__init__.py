"""Guildbook turns a community's playbook, written in YAML, into a member site and a moderator handbook."""

__version__ = "0.1.0"
