"""Say who somebody in a record is: name, Latin spelling and office, in Persian or for those who read none."""

from __future__ import annotations

from didar.records import Entity, Record, Role
from didar.views.labels import COMMA, Language, label, word
from didar.views.safe import isolate, plain


class Cast:
    """The entities of a record, to be named by their ids."""

    def __init__(self, record: Record, language: Language = "persian") -> None:
        self._entities = {entity.id: entity for entity in record.entities}
        self._language = language

    def get(self, id: str | None) -> Entity | None:
        """Return the entity of an id."""
        return self._entities.get(id) if id else None

    def names(self, ids: list[str]) -> str:
        """Return the short names of several entities, joined."""
        return COMMA[self._language].join(self.short(id) for id in ids)

    def short(self, id: str | None) -> str:
        """Return what an entity is called, in Persian and Latin letters."""
        entity = self.get(id)
        if entity is None:
            return word("speaker_unknown", self._language)
        persian, latin = isolate(entity.name), english_name(entity) if self._language == "english" else entity.latin
        if not latin:
            return persian
        return f"{persian} ({isolate(latin)})" if self._language == "persian" else f"{plain(latin)} ({persian})"

    def full(self, id: str | None) -> str:
        """Return an entity as it is called and, behind that, what it is: its office and state."""
        entity = self.get(id)
        if entity is None:
            return self.short(id)
        if self._language == "persian":
            return self.short(id) + _after("، ", isolate(_office(entity)))
        state = f" [{plain(entity.country)}]" if entity.country else ""
        return self.short(id) + _after(", ", _english_office(entity)) + state


def english_name(entity: Entity) -> str:
    """Return the name in Latin letters; for one known by office alone, the office in English."""
    return entity.latin or next((role.english for role in entity.roles if role.english), None) or ""


def _english_office(entity: Entity) -> str:
    """Return the office in English where it is not the name already, or what sort of party it is."""
    office = next((role.english for role in entity.roles if role.english), None)
    if office and office != english_name(entity):
        return plain(office)
    return label("entity", entity.type, "english") if entity.type != "person" else ""


def _office(entity: Entity) -> str:
    role: Role | None = entity.roles[0] if entity.roles else None
    return role.title if role and role.title != entity.name else ""


def _after(mark: str, words: str) -> str:
    return mark + words if words else ""
