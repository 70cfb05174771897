"""Count entities: are those who speak and meet the right ones, with the right name, office and country?"""

from __future__ import annotations

from collections import Counter

from didar.evaluating.counting import Compared, Counts, is_entity
from didar.evaluating.figures import Figure, precision_recall, share
from didar.evaluating.gold import GoldArticle
from didar.evaluating.names import leading_name, squeeze, words_of
from didar.evaluating.pairing import pair_up, share_in_common
from didar.evaluating.predicted import Found, FoundEntity


def _gold_ids(gold: GoldArticle) -> list[str]:
    """Return those who speak or meet, leaving out statements and meetings that are optional."""
    speakers = [s.speaker for s in gold.statements if s.speaker and not s.optional]
    return list(dict.fromkeys([*speakers, *(id for m in gold.meetings if not m.optional for id in m.participants)]))


def _found_entities(found: Found) -> list[FoundEntity]:
    ids = {s.speaker for s in found.statements} | {id for m in found.meetings for id in m.entity_ids()}
    return [entity for entity in found.entities if entity.id in ids]


def _role_right(wanted: str | None, got: FoundEntity) -> bool:
    """Tell whether one of the roles shares half of its words with the gold role; none is right where gold has none."""
    if wanted is None:
        return not got.roles
    words = set(words_of(wanted))
    return any(share_in_common(words, set(words_of(role.title))) >= 0.5 for role in got.roles)


def count_entities(compared: Compared) -> Counts:
    """Count speakers and participants found, and which of them have the right name, role and country.

    A found entity that is in the gold only for optional statements or as an addressee counts neither for nor against.
    """
    gold, got = compared.gold, _found_entities(compared.found)
    wanted = _gold_ids(gold)
    others = [id for id in gold.entities if id not in wanted]

    def sameness(i: int, j: int) -> float:
        exact = squeeze(gold.entities[wanted[i]].name) == squeeze(leading_name(got[j]))
        return is_entity(compared, wanted[i], got[j].id) * (1 + exact)

    pairs = pair_up(len(wanted), len(got), sameness)
    paired = {pair.found for pair in pairs}
    ignored = sum(j not in paired and any(is_entity(compared, id, e.id) for id in others) for j, e in enumerate(got))
    counts = Counter(entity=len(pairs), entity_found=len(got) - ignored, entity_gold=len(wanted))
    for pair in pairs:
        entity, found = gold.entities[wanted[pair.gold]], got[pair.found]
        counts["entity_name"] += squeeze(entity.name) == squeeze(leading_name(found))
        counts["entity_country"] += entity.country == found.country
        counts["entity_country_of_stated"] += entity.country is not None
        counts["entity_country_stated"] += entity.country is not None and entity.country == found.country
        counts["entity_role"] += _role_right(entity.role, found)
        counts["entity_role_of_stated"] += entity.role is not None
        counts["entity_role_stated"] += entity.role is not None and _role_right(entity.role, found)
    return counts


def entity_figures(c: Counts) -> dict[str, Figure]:
    """Make the figures of the counts."""
    return {
        "entity": precision_recall(c["entity"], c["entity_found"], c["entity_gold"]),
        "entity_name_exact": precision_recall(c["entity_name"], c["entity_found"], c["entity_gold"]),
        "entity_role": share(c["entity_role"], c["entity"]),
        "entity_role_where_gold_has_one": share(c["entity_role_stated"], c["entity_role_of_stated"]),
        "entity_country": share(c["entity_country"], c["entity"]),
        "entity_country_where_gold_has_one": share(c["entity_country_stated"], c["entity_country_of_stated"]),
    }
