"""People across the articles of an archive: linked by rules, corrected by human beings, corrections kept."""

from __future__ import annotations

import json

import pytest

from didar.archive import Archive
from didar.store.rows import StoreError

REPORTS = {
    "a1": "کریمان به بندر آمد\nسرلشکر مهران کریمان رئیس ستاد ارتش ساوان گفت: بندر باز است. وی افزود: راه هم باز است.",
    "a2": "کریمان و راه\nسرلشکر مهران کریمان رئیس ستاد ارتش ساوان گفت: راه دراز است.",
    "a3": "کریمان و پل\nسرلشکر کاوه کریمان فرمانده نیروی دریایی ساوان گفت: پل ساخته شد.",
    "a4": "کریمان و کشتی\nکریمان گفت: کشتی رفت.",
}


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in REPORTS.items()))
    archive = Archive(tmp_path / "a.db")
    assert archive.add(path).new == len(REPORTS)
    return archive


def people(archive, name="کریمان"):
    return {hit.name: hit for hit in archive.people(name)}


def test_two_generals_of_one_surname_stay_two(archive):
    found = people(archive)
    assert found["مهران کریمان"].articles == 2
    assert found["کاوه کریمان"].articles == 1
    assert found["کریمان"].articles == 1


def test_found_by_rank_half_space_and_latin_letters(archive):
    for name in ("سرلشکر مهران کریمان", "مهران كريمان", "مهران‌کریمان", "Mehran Karimaan", "mehrān kariman"):
        assert "مهران کریمان" in people(archive, name), name
    assert people(archive, "Kaveh Kariman").keys() == {"کاوه کریمان"}
    assert people(archive, "نادر کریمان") == {}


def test_doubts_are_written_down(archive):
    connection = archive._open(False)
    rows = connection.execute("SELECT verdict, rule, decided_by FROM judgements WHERE name = 'کریمان'").fetchall()
    assert ("unsure", "surname_alone", "didar") in rows
    assert ("same", "first_seen", "didar") in rows


def test_merged_and_split_by_a_human_being(archive):
    found = people(archive)
    mehran, alone = found["مهران کریمان"].person, found["کریمان"].person
    assert archive.merge_people(mehran, alone, by="zari") == 1
    assert people(archive)["مهران کریمان"].articles == 3
    said = archive.statements(speaker=f"#{mehran}")
    assert {hit.article for hit in said} == {"a1", "a2", "a4"}
    assert {hit.article for hit in archive.statements(speaker="Mehran Kariman")} == {"a1", "a2", "a4"}

    new = archive.split_person(mehran, "a4", by="zari")
    assert new not in (mehran, alone)
    assert {hit.article for hit in archive.statements(speaker=f"#{mehran}")} == {"a1", "a2"}
    connection = archive._open(False)
    sql = "SELECT person, verdict, rule FROM judgements WHERE decided_by = 'zari' ORDER BY id"
    assert connection.execute(sql).fetchall() == [
        (mehran, "same", "merged"),
        (mehran, "different", "split"),
        (new, "same", "split"),
    ]


def test_human_judgements_survive_a_second_reading(archive):
    found = people(archive)
    mehran, alone = found["مهران کریمان"].person, found["کریمان"].person
    archive.merge_people(mehran, alone, by="zari")
    new = archive.split_person(mehran, "a2", by="zari")
    assert archive.reread(everything=True).new == len(REPORTS)
    assert {hit.article for hit in archive.statements(speaker=f"#{mehran}")} == {"a1", "a4"}
    assert {hit.article for hit in archive.statements(speaker=f"#{new}")} == {"a2"}


def test_corrections_of_nobody_are_refused(archive):
    with pytest.raises(StoreError, match="nobody has the number #999"):
        archive.merge_people(1, 999)
    with pytest.raises(StoreError, match="into itself"):
        archive.merge_people(1, 1)
    with pytest.raises(StoreError, match="none of these articles"):
        archive.split_person(1, "no such report")
