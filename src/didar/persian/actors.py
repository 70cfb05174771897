"""Find rows of actors and the subject of a clause: a scene and a token in, the actors that stand there out."""

from __future__ import annotations

from collections.abc import Iterator

from didar.persian.scene import Scene, phrases
from didar.persian.tokens import Actor

_COMMA = "،"
# Words of a name in front of an office: «به ریاست کامران دلاور، وزیر راه».
_NAME = 4
# Words of a row behind its first name: «زنان و کودکان ماهان را».
_ROW = 5
# Words of a count: «دو هزار نفر از کارگران».
_COUNTED = 4
# Words between «با» and the mention: «با جناب کامران دلاور».
_LEAD = 1


def joined(scene: Scene, at: int) -> list[Actor]:
    """Return the actors that begin at a token (or a word or two behind it), tied by «و» or a comma."""
    found: list[Actor] = []
    sure, lead, link = 0, _LEAD, 0
    while actor := _actor_near(scene, at, lead):
        if found and scene.phrase_at(actor.last, phrases("object")):
            break
        if not _belongs_to_office(found, actor):
            found.append(actor)
        if scene.norms[actor.first - 1] != _COMMA or len(found) == 1:
            sure = len(found)
        at = _behind_seat(scene, _behind_brackets(scene, _end_of_group(scene, actor)), actor)
        link = scene.phrase_at(at, phrases("headed_by")) or scene.phrase_at(at, phrases("and"))
        if not link:
            break
        lead = _lead_after(scene, at)
        at += link
    # A row of commas that no «و» ends is no list: «نشست دبیران، مخالفان را ...».
    return found if link and _is_list(found) else found[:sure]


def _is_list(row: list[Actor]) -> bool:
    """«با آرش الوندی، بهمن کوهیار، کامران دلاور، در ماهان»: three names with a comma behind each are a list."""
    return len(row) > 2 and all(actor.mention.type == "person" and actor.mention.form == "name" for actor in row)


def _lead_after(scene: Scene, at: int) -> int:
    """Return how many words may stand between a link and the next actor: of a head nobody knows, his office is told."""
    if scene.phrase_at(at, phrases("headed_by")):
        return _NAME
    return 0 if scene.norms[at] == _COMMA else _LEAD


def _actor_near(scene: Scene, at: int, lead: int) -> Actor | None:
    """Return the actor at a token, a word behind it, or behind «سی نفر از», «نمایندگانی از»."""
    for step in range(1, _COUNTED):
        if scene.phrase_at(at + step, phrases("part_of")) and scene.norms[at + step - 1] in phrases("counted"):
            return scene.starting.get(at) or scene.starting.get(at + step + 1)
    if lead and (office := _office_of_stranger(scene, at)):
        return office
    for step in range(lead + 1):
        if at + step >= len(scene.norms):
            return None
        if actor := scene.starting.get(at + step):
            return actor
        if scene.bounds(at + step) or scene.norms[at + step] in phrases("not_party"):
            return None
    return None


def _office_of_stranger(scene: Scene, at: int) -> Actor | None:
    """Return the office behind a comma whose holder's name nobody knows: «با گوسوا، معاون وزیر راه»."""
    for comma in range(at + 1, min(at + _NAME, len(scene.norms) - 1)):
        if comma - 1 in scene.starting or scene.bounds(comma - 1) or not scene.norms[comma - 1].isalpha():
            return None
        if scene.norms[comma] == _COMMA:
            actor = scene.starting.get(comma + 1)
            return actor if actor and actor.mention.type == "person" and actor.mention.form == "role" else None
    return None


def _belongs_to_office(found: list[Actor], actor: Actor) -> bool:
    """Tell whether a state only ends the office before it: «وزیران خارجه ایران و ترکیه», «وزیر خارجه ایران و چین»."""
    if not found or not found[-1].mention.offices or found[-1].mention.form == "name":
        return False
    mention = actor.mention
    return mention.rule == "name" and mention.country is not None and mention.type in ("organization", "place")


def _end_of_group(scene: Scene, actor: Actor) -> int:
    """Return the end of an actor with what it is a part of: «هیئتی از حزب سبز»."""
    whole = scene.starting.get(actor.last + 1)
    if actor.mention.type == "group" and whole and scene.phrase_at(actor.last, phrases("part_of")):
        return whole.last
    return actor.last


def _behind_seat(scene: Scene, at: int, actor: Actor) -> int:
    """Skip where an envoy or officer sits: «سفیران سرنویل در نوردلند و آلوانیا و سرکنسول سرنویل در ماهان»."""
    if not scene.phrase_at(at, phrases("seated")) or actor.mention.form == "pronoun":
        return at
    end = at
    while (place := scene.starting.get(end + 1)) and _is_seat(scene, place):
        end = place.last
        if not scene.phrase_at(end, phrases("and")):
            break
    return end


def _is_seat(scene: Scene, actor: Actor) -> bool:
    return actor.mention.rule in ("name", "capital") or scene.norms[actor.first] in phrases("states")


def _behind_brackets(scene: Scene, at: int) -> int:
    """Skip a bracket behind an actor: «جنبش تغییر (گوران)»."""
    if at < len(scene.norms) and scene.norms[at] == "(":
        close = next((i for i in range(at, min(at + 8, len(scene.norms))) if scene.norms[i] == ")"), None)
        return at if close is None else close + 1
    return at + 1 if at < len(scene.norms) and scene.norms[at] in "»\"”" else at


def subjects(scene: Scene, at: int, others: list[Actor], people: bool = False) -> list[Actor]:
    """Return the subject of the clause of a token, or of the clauses of the same sentence before it.

    A name that may depend on the noun before it («تحلیف کامران دلاور») is taken only where nothing better stands.
    With `people`, only somebody named or in office is.
    """
    for rule in (_is_subject, _may_be_subject):
        for start, end in _clauses_back(scene, at):
            for actor in scene.actors[scene.actor_from(start) : scene.actor_from(end)]:
                fits = not people or (actor.mention.type == "person" and actor.mention.form != "pronoun")
                if fits and actor not in others and rule(scene, actor, start):
                    return [one for one in joined(scene, actor.first) if one not in others and one.last <= at]
    return []


def _clauses_back(scene: Scene, at: int) -> Iterator[tuple[int, int]]:
    """Cut the words before a token at finite verbs and marks, the nearest clause first; «:» ends the search."""
    end = at
    for index in range(at - 1, -1, -1):
        if scene.norms[index] == ":":
            yield index + 1, end
            return
        if scene.is_verb(index) or scene.is_mark(index):
            yield index + 1, end
            end = index
    yield 0, end


def _is_subject(scene: Scene, actor: Actor, start: int) -> bool:
    """Tell whether an actor is a subject: no preposition before it, no «را» behind it, no noun that it depends on."""
    if actor.mention.type in ("place", "document") or _is_object(scene, actor):
        return False
    before = actor.first - 1
    if before in scene.ending and scene.norms[before] in phrases("and") and scene.norms[before] != _COMMA:
        # «برای کارگران و مدیران آمدند»: of two the second is what the first is.
        return _is_subject(scene, scene.ending[before], start)
    if scene.norms[before] == _COMMA and before in scene.ending and actor.mention.rule in ("name", "capital"):
        # «نشست سران سرنویل، نوردلند و آلوانیا»: a state in a row is what the first is.
        return _is_subject(scene, scene.ending[before], start)
    if scene.norms[before] == _COMMA and _in_row_of_preposition(scene, actor):
        return False
    if before < start or before in scene.dated or not scene.norms[before][:1].isalpha():
        return True
    if scene.is_preposition(before):
        return False
    tied = actor.first in scene.ending or bool(scene.phrase_before(actor.first, phrases("and")))
    return tied or scene.is_adverb(before)


def _in_row_of_preposition(scene: Scene, actor: Actor) -> bool:
    """«با آرش، بهمن و کامران توافق کرد»: none of them is the subject."""
    head = actor
    while (before := scene.ending.get(head.first - 1)) and scene.norms[head.first - 1] == _COMMA:
        head = before
    return head is not actor and scene.is_preposition(head.first - 1) and actor in joined(scene, head.first)


def _is_object(scene: Scene, actor: Actor) -> bool:
    """Tell whether «را» stands behind an actor, or behind the row that it opens: «زنان و کودکان ماهان را»."""
    for at in range(actor.last, min(actor.last + _ROW, len(scene.norms))):
        if scene.phrase_at(at, phrases("object")):
            # «پلیس و ارتش شهردار را بازداشت کردند»: the mayor is another one.
            return sum(index in scene.starting for index in range(actor.last, at)) < 2
        if scene.is_verb(at) or not scene.norms[at].isalpha() or (at == actor.last and not _goes_on(scene, at)):
            return False
    return False


def _goes_on(scene: Scene, at: int) -> bool:
    return bool(scene.phrase_at(at, phrases("and")) or scene.phrase_at(at, phrases("part_of")))


def _may_be_subject(scene: Scene, actor: Actor, start: int) -> bool:
    """Tell whether an actor is a person's name or pronoun without a preposition: these seldom depend on a noun."""
    mention = actor.mention
    alone = mention.type == "person" and mention.form in ("name", "pronoun")
    if not alone or scene.phrase_at(actor.last, phrases("object")):
        return False
    return actor.first == 0 or not scene.is_preposition(actor.first - 1)
