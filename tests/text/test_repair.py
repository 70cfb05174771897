"""What repair puts right, what it leaves alone, and what always holds. `·` stands for the half-space."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from didar.persian.letters import ZWNJ
from didar.text.edits import apply_edits
from didar.text.repair import repair

REPAIRS = {
    "letters": [
        ("علي به كاخ رفت", "علی به کاخ رفت"),
        ("ســـلام به شهر", "سلام به شهر"),
        ("ﺷﻬﺮﺩﺍﺭ به ﺧﺎﻧﻪ رفت", "شهردار به خانه رفت"),
        ("او\u00a0به\u2003شهر  رفت", "او به شهر رفت"),
        ("او \u200fبه\u202b شهر\ufeff رفت", "او به شهر رفت"),
        ("مُُدیر به شهر رفت", "مُدیر به شهر رفت"),
        ("خانه ٔ او", "خانهٔ او"),
        ("خانه\u00a0ٔ او", "خانهٔ او"),
        ("ÔåÑÏÇÑ Èå ÎÇäå ÑÝÊ", "شهردار به خانه رفت"),
        ("Ø´Ù‡Ø±Ø¯Ø§Ø±", "شهردار"),
        ("Ø³Ù\x81Ø±Ù†Ø§Ù…Ù‡", "سفرنامه"),
    ],
    "half-spaces deleted": [
        ("او میگوید که نمیآید", "او می·گوید که نمی·آید"),
        ("گفتوگو با کشورهای منطقه", "گفت·وگو با کشورهای منطقه"),
        ("فعالیتهای آنان گفتهاند", "فعالیت·های آنان گفته·اند"),
        ("خوابگاههایشان ویران شد", "خوابگاه·هایشان ویران شد"),
        ("او میگوید زمینهای نیست", "او می·گوید زمینه·ای نیست"),
        ("زمینهای کشاورزی را میخرد", "زمین·های کشاورزی را می·خرد"),
        ("او میگوید\nمهمترین کار", "او می·گوید\nمهم·ترین کار"),
    ],
    "half-spaces turned into spaces": [
        ("او می گوید که نمی آید", "او می·گوید که نمی·آید"),
        ("کتاب های بزرگ تر را برد", "کتاب·های بزرگ·تر را برد"),
        ("گفته اند خانه ای خریده است", "گفته·اند خانه·ای خریده است"),
        ("نمی توانسته اند بیایند", "نمی·توانسته·اند بیایند"),
        ("رسانه\u00a0هاي شهر", "رسانه·های شهر"),
        ("بوم گردی های او زیبا بود", "بوم·گردی·های او زیبا بود"),
        ("او می گوید\nسرمایه گذاری آلوانیا", "او می·گوید\nسرمایه·گذاری آلوانیا"),
    ],
    "half-spaces out of place": [
        ("او می··گوید", "او می·گوید"),
        ("او ·می·گوید· که", "او می·گوید که"),
        ("کار·های او", "کارهای او"),
        ("کتاب\u200eها و می\u200bگوید", "کتاب·ها و می·گوید"),
    ],
    "spaces": [
        ("وزیر دردیدار او گفت", "وزیر در دیدار او گفت"),
        ("پل باز است.شهردار گفت:ما می·رویم", "پل باز است. شهردار گفت: ما می·رویم"),
        ("او آمد،ولی نماند", "او آمد، ولی نماند"),
        ("در سال۱۳۹۸ ۵۰نفر آمدند", "در سال ۱۳۹۸ ۵۰ نفر آمدند"),
        ("وهمچنین او گفت", "و همچنین او گفت"),
        ("رئیس ستادکل نیروها آمد", "رئیس ستاد کل نیروها آمد"),
    ],
}
LEFT_ALONE = [
    "شهردار گفت که می·آید و کتاب·ها را می·برد.",
    "او می·گوید\nسرمایه گذاری آلوانیا\nمهمترین کار",
    "مهمترین کار",
    "شبکه·های ای.بی.سی را می·دید",
    "او #فعالیتهای_شهر و @میگوید را نوشت.",
    "نشانی آن https://example.org/می است.",
    "السودانی به شهر آمد.",
    "روی جلد ۳.۵ و ۲۰/۷ نوشته بود.",
    "یادداشت میهمان ـ سال ۱۳۰۰ هـ. ش.",
    "خانوادهٔ او و حتّی مدرسهٔ او",
    "قال الرجل في البيت إن هذا كبير",
    "ئەم ڕۆژە خۆشە و هەوا گەرمە",
    "آج موسم بہت اچھا ہے اور ہم خوش ہیں",
    "Hello,  world.It is",
    "«\u00a0Élève à côté\u00a0»",
    "Soft\u00adhyphen and\u00a0space",
    "پل Soft\u00adhyphen",
    "👨\u200d👩\u200d👧",
    "",
]


def dotted(text: str) -> str:
    """Write half-spaces as dots."""
    return text.replace(ZWNJ, "·")


def undotted(text: str) -> str:
    """Write dots as half-spaces."""
    return text.replace("·", ZWNJ)


@pytest.mark.parametrize(("damaged", "good"), [pair for pairs in REPAIRS.values() for pair in pairs])
def test_repairs(damaged: str, good: str) -> None:
    assert dotted(repair(undotted(damaged)).text) == good


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert dotted(repair(undotted(text)).text) == text


def test_each_edit_says_where_and_why() -> None:
    text = "علي ميگويد"
    edits = repair(text).edits
    assert [(text[e.span.start : e.span.end], e.to, e.rule) for e in edits] == [
        ("ي", "ی", "letters.letter"),
        ("ي", "ی", "letters.letter"),
        ("", ZWNJ, "halfspace.lexicon"),
        ("ي", "ی", "letters.letter"),
    ]
    assert all(0 < edit.confidence <= 1 for edit in edits)


def test_only_the_kinds_asked_for() -> None:
    assert repair("علي ميگويد", only=("letters",)).text == "علی میگوید"
    assert repair("علي میگوید", only=("halfspace",)).text == undotted("علي می·گوید")
    assert repair('سال 12 "پل"', only=("digits", "quotes")).text == "سال ۱۲ «پل»"


# --- what always holds -------------------------------------------------------------------------------------------

WORDS = ["می", "نمی", "ها", "های", "کتاب", "گوید", "گفته", "اند", "است", "و", "که", "خانه", "ای", "شهر", "ميكند"]
WORDS += ["دردیدار", "گفتوگو", "بزرگ", "تر", "۱۳۹۸", "AB", "#می", "👨\u200d👩"]
GAPS = [" ", "  ", "", ZWNJ, "،", ". ", ".", ":", " «", "» ", "\n", "\u00a0", "\u200f", "/"]
persian = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=12).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
random_bytes = st.binary(max_size=60).map(lambda raw: raw.decode(errors="replace"))
anything = st.one_of(persian, st.text(max_size=40), random_bytes)


def core(text: str) -> str:
    """Return a text without spaces, half-spaces and the mark that stands for one."""
    return text.replace(ZWNJ, "").replace(" ", "").replace("\u200f", "")


@given(anything)
@example("کتاب\u200c۱۳۹۸ می ")
@example("دراطلاعیههای بعدی")
@example("هم و غم شان بر این است")
@example("شـ\u200dهر و \ufefbـهای")  # a mark that goes uncovers a tatweel
@example("مینمی ها\u200cو ")  # the only half-space that the line kept goes
@example("میدردیدار های:AB،#میکتاب")  # a word is joined without one
@example("گفتوگو» گفتوگوکتاب تر «")  # the model parts two words
def test_repairing_again_changes_nothing(text: str) -> None:
    once = repair(text).text
    assert repair(once).text == once


@given(anything)
def test_edits_lead_to_the_text(text: str) -> None:
    repaired = repair(text)
    assert apply_edits(text, repaired.edits) == repaired.text
    starts = [edit.span.start for edit in repaired.edits]
    assert starts == sorted(starts)


@given(persian)
def test_lines_stay(text: str) -> None:
    assert repair(text).text.count("\n") == text.count("\n")


@given(persian)
def test_beyond_the_letter_table_only_spaces_change(text: str) -> None:
    letters = repair(text, only=("letters",)).text
    assert core(repair(text).text) == core(letters)


@given(st.text("abcXYZ ۱۲۳456\n\t.,:;!?()", max_size=60))
def test_what_is_not_persian_keeps_its_letters_and_digits(text: str) -> None:
    assert core(repair(text).text) == core(text)


# --- hostile text ------------------------------------------------------------------------------------------------

HOSTILE = ["ب", ZWNJ, "س" + ZWNJ, ".", ". ", "ـ", " ", "\t", "«", '"', "/", "#", "می ", "ها ", "ي", "۱.", "س،", "َ"]
HOSTILE += ["Ã©", "\u202e"]


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    for size in (4_000, 8_000, 16_000, 32_000):
        once, twice = (min(_seconds("س" + piece * count + "س") for _ in range(2)) for count in (size, 2 * size))
        if twice < 3 * once + 0.02:
            return
    pytest.fail(f"{once:.3f} s, then {twice:.3f} s")


def _seconds(text: str) -> float:
    started = time.process_time()
    repair(text)
    return time.process_time() - started
