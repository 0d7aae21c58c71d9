"""Who publishes: from a clean text to a release with its masthead; a house style is one YAML file."""

from comity.sources.identity import release_id
from comity.sources.masthead import read_masthead
from comity.sources.profile import Profile, profiles

__all__ = ["Profile", "profiles", "read_masthead", "release_id"]
