"""Which words of an invented sentence are one mention: the whole noun phrase with its apposition, and nothing else."""

from __future__ import annotations

import pytest

from didar.mentions.find import find_mentions
from didar.records import Article, Span
from didar.text.prepare import prepare_text

from .reading import cut, phrases, read

# sentence, the mentions that must be among those found
SPANS = [
    ("سرلشکر مهران کریمان رئیس ستاد کل نیروهای مسلح کرانستان در این نشست گفت: راه باز است.",
     ["سرلشکر مهران کریمان رئیس ستاد کل نیروهای مسلح کرانستان"]),
    ("نریمان الوندی، وزیر انرژی کشور نورستان، گفت: راه باز است.", ["نریمان الوندی، وزیر انرژی کشور نورستان"]),
    ("«کاوه دریانورد» وزیر کشور سپیدرود از راه تازه خبر داد.", ["«کاوه دریانورد» وزیر کشور سپیدرود"]),
    ("کاوه دریانورد، سخنگوی وزارت بهداشت وابسته به انصارالله گفت: راه باز است.",
     ["کاوه دریانورد، سخنگوی وزارت بهداشت وابسته به انصارالله"]),
    ("وزیر دفاع عراق با همتای خود دیدار کرد.", ["وزیر دفاع عراق"]),
    ("وزیر کار عراق و وزیر کار و امور اجتماعی ترکیه آمدند.", ["وزیر کار عراق", "وزیر کار و امور اجتماعی ترکیه"]),
    ("سخنگوی این وزارتخانه افزود: راه باز است.", ["سخنگوی این وزارتخانه"]),
    ("این عضو کابینه دولت سیزدهم تاکید کرد: راه باز است.", ["این عضو کابینه دولت سیزدهم"]),
    ("خبرگزاری آسوشیتدپرس نوشت راه باز است.", ["خبرگزاری آسوشیتدپرس"]),
    ("این خبرگزاری نوشت راه باز است.", ["این خبرگزاری"]),
    ("مقامات روس گفتند راه باز است.", ["مقامات روس"]),
    ("شاهدان عینی گفتند راه باز است.", ["شاهدان عینی"]),
    ("یکی از مسئولان شهرداری کرانستان گفت راه باز است.", ["یکی از مسئولان شهرداری کرانستان"]),
    ("پنتاگون اعلام کرد راه باز است.", ["پنتاگون"]),
    ("کاخ سفید اعلام کرد راه باز است.", ["کاخ سفید"]),
    ("وزارت خارجه آمریکا اعلام کرد راه باز است.", ["وزارت خارجه آمریکا"]),
    ("دفتر آیت‌الله ارژنگی در نجف اعلام کرد راه باز است.", ["دفتر آیت‌الله ارژنگی در نجف"]),
    ("نمایندگان مجلس خواستار باز شدن راه شدند.", ["نمایندگان مجلس"]),
    ("روسیه و چین خواستار باز شدن راه شدند.", ["روسیه و چین", "روسیه", "چین"]),
    ("در این بیانیه آمده است که راه باز است.", ["این بیانیه"]),
    ("وی گفت: راه باز است.", ["وی"]),
    ("سفیر ایران در عراق گفت: راه باز است.", ["سفیر ایران در عراق"]),
    ("نماینده مردم تبریز، اهر و مرند در مجلس گفت: راه باز است.", ["نماینده مردم تبریز، اهر و مرند در مجلس"]),
    ("وزیر صنعت، معدن و تجارت گفت: راه باز است.", ["وزیر صنعت، معدن و تجارت"]),
    ("معاون سیاسی استاندار کرمان گفت: راه باز است.", ["معاون سیاسی استاندار کرمان"]),
    ("مدیرکل موقت آژانس بین‌المللی انرژی اتمی گفت: راه باز است.", ["مدیرکل موقت آژانس بین‌المللی انرژی اتمی"]),
    ("آقای دریانورد، وزیر نیرو، و خانم ارژنگی گفتند راه باز است.", ["آقای دریانورد، وزیر نیرو", "خانم ارژنگی"]),
    ("روزنامه «پیک کرانستان» نوشت راه باز است.", ["روزنامه «پیک کرانستان»"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), SPANS, ids=[wanted[0] for _, wanted in SPANS])
def test_the_whole_noun_phrase_is_one_mention(sentence: str, wanted: list[str]) -> None:
    found = phrases(sentence)
    assert [phrase for phrase in wanted if phrase not in found] == [], found


def test_a_relative_clause_is_no_part_of_the_phrase() -> None:
    assert "این منبع" in phrases("این منبع که نخواست نامش برده شود گفت: راه باز است.")


def test_two_people_with_their_offices_are_two_mentions() -> None:
    found = phrases("مینا سمیعی، وزیر راه کرانستان و آرش کوهستانی، وزیر راه سپیدرود دیدار کردند.")
    assert "مینا سمیعی، وزیر راه کرانستان" in found
    assert "آرش کوهستانی، وزیر راه سپیدرود" in found


def test_a_surname_named_in_full_elsewhere_is_found_alone() -> None:
    lead = "خسرو دانشجو، سخنگوی شورای شهر کرانستان سخن گفت."
    found = phrases(f"دانشجو: راه باز است\n{lead}\nدانشجو تأکید کرد: راه باز است.")
    assert found.count("دانشجو") == 2


def test_a_common_word_is_no_surname_where_it_is_no_subject() -> None:
    found = phrases("خسرو دانشجو، سخنگوی شورا سخن گفت.\nاو از هر دانشجوی کرانستان یاد کرد و به دانشجو کمک کرد.")
    assert found.count("دانشجو") == 0


def test_the_small_words_of_a_quoted_title_are_no_surnames() -> None:
    found = phrases("دکتر «کوه و رود» نوشت راه باز است.\nاو و دیگران به پل رفتند و ماندند.")
    assert "و" not in found
    assert "رود" not in found


def test_a_name_that_no_list_knows_is_found_before_its_office() -> None:
    text, mentions = read("زربانو اسپرلوس، وزیر راه کرانستان گفت: راه باز است.")
    assert [cut(text, m.name) for m in mentions if m.name] == ["زربانو اسپرلوس"]


def test_a_name_that_no_list_knows_is_found_after_a_rank() -> None:
    text, mentions = read("در این دیدار سرلشکر اسپرلوس گفت: راه باز است.")
    assert [(cut(text, m.rank), cut(text, m.name)) for m in mentions if m.rank] == [("سرلشکر", "اسپرلوس")]


# sentence, the names of people in it
NAMES = [
    ("وکیل شارلوت اسپرلوس در بیانیه‌ای گفت: راه باز است.", ["شارلوت اسپرلوس"]),
    ("شارلوت بنت در بیانیه‌ای گفت: راه باز است.", ["شارلوت بنت"]),
    ("محمدرضا کریمی در مطلبی نوشت: راه باز است.", ["محمدرضا کریمی"]),
    ("کریستین فون در لاین گفت: راه باز است.", ["کریستین فون در لاین"]),
    ("بر اساس اظهارات پورزربان معاون مالی شهردار کرانستان راه باز است.", ["پورزربان"]),
    ("با حضور رمضانی رئیس اداره راه کرانستان جشن گرفتند.", ["رمضانی"]),
    ("سردار آزمون مهاجم کرانستان گفت: راه باز است.", ["سردار آزمون"]),
    ("سهراب کوهیار مدیر خانه موزه آرش کوهستانی گفت: راه باز است.", ["سهراب کوهیار"]),
    ("علی رغم باران راه باز است.", []),
    ("الهام بخشیدن به دیگران زیباست.", []),
    ("اسکار بهترین فیلم به کرانستان رسید.", []),
    ("خبرگزاری زرین( ع) نوشت راه باز است.", []),
    ("محمدرضا جعفری جلوه معاون امور سینمایی گفت: خوب است.", ["محمدرضا جعفری جلوه"]),
    ("آناتولی گل از ما گفت.", ["آناتولی گل"]),
    ("رهبر فرزانه انقلاب گفت: خوب است.", []),
    ("مهندس ولی آذروش در گفت‌وگو با خبرنگاران گفت: خوب است.", ["ولی آذروش"]),
    ("علی محمدی انتصاب معاون وزیر را تبریک گفت.", ["علی محمدی"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), NAMES)
def test_a_name_goes_as_far_as_the_name(sentence: str, wanted: list[str]) -> None:
    text, mentions = read(sentence)
    assert [cut(text, m.name) for m in mentions if m.name and m.type == "person"] == wanted


# sentence, the offices in it
OFFICES = [
    ("رئیس شورای راه فرمودند تحریم‌ها پایان یافت.", ["رئیس شورای راه"]),
    ("معاون اشتغال وزارت کار به خبرنگاران گفت: راه باز است.", ["معاون اشتغال وزارت کار"]),
    (
        "معاون امور بانکی، بیمه و شرکت‌های دولتی وزارت اقتصاد گفت: خوب است.",
        ["معاون امور بانکی، بیمه و شرکت‌های دولتی وزارت اقتصاد"],
    ),
    (
        "نماینده دائم کشورمان نزد سازمان‌های بین‌المللی در وین گفت: خوب است.",
        ["نماینده دائم کشورمان نزد سازمان‌های بین‌المللی در وین"],
    ),
    ("نماینده مردم کرمان در بخش دیگری از سخنان خود گفت: راه باز است.", ["نماینده مردم کرمان"]),
    ("سهراب کوهیار مدیر خانه موزه آرش کوهستانی گفت: راه باز است.", ["مدیر خانه موزه آرش کوهستانی"]),
]


@pytest.mark.parametrize(("sentence", "wanted"), OFFICES)
def test_an_office_goes_as_far_as_the_office(sentence: str, wanted: list[str]) -> None:
    _, mentions = read(sentence)
    assert [office.title for m in mentions if m.type == "person" for office in m.offices] == wanted


def test_a_latin_name_in_brackets_is_no_part_of_the_body() -> None:
    assert 'شرکت "زرین‌رود"' in phrases('شرکت "زرین‌رود"(Zarinroud) گفت راه باز است.')


def test_the_body_of_a_city_speaks_by_its_common_name() -> None:
    assert "شورای شهر" in phrases("شورای شهر دیروز با یک طرح موافقت کرد.")


def test_the_noun_of_a_verb_is_no_part_of_who_does_it() -> None:
    assert "مسئولان رسانه" in phrases("مسئولان رسانه دعوت می‌کنند که مردم بیایند.")


GROUPS = [
    "احزاب کرد ایرانی مخالف دولت",
    "مقامات کرد",
    "هزاران نفر پرستار",
    "خانواده شهدا",
    "ژنرال‌ها، دیپلمات‌ها و مشاوران",
]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_found_whole(group: str) -> None:
    assert group in phrases(f"{group} گفتند که راه باز است.")


def test_a_date_behind_a_body_is_no_part_of_it() -> None:
    assert "مقامات ناسا" in phrases("مقامات ناسا اول مارس گفتند که راه باز است.")


def test_a_verb_behind_its_noun_is_no_people() -> None:
    assert "مسئولان" in phrases("مسئولان اعلام کرد.")


def test_a_sentence_goes_on_behind_a_body_that_is_named_in_full() -> None:
    assert "ناسا" in phrases("ناسا راه‌های تازه‌ای یافت.")


def test_verbs_and_things_are_no_people() -> None:
    assert phrases("باران بارید و رودخانه از پل گذشت.") == []


def test_a_country_after_in_is_a_place() -> None:
    _, mentions = read("این نشست در ترکیه برگزار شد.")
    assert [m.type for m in mentions if m.rule == "name"] == ["place"]


def test_the_country_of_a_bare_office_is_the_one_told_before() -> None:
    _, mentions = read("وزیر خارجه ترکیه به کرانستان رفت.\nوزیر خارجه گفت: راه باز است.")
    assert [m.country for m in mentions if m.offices] == ["TR", "TR"]


def test_a_former_office_speaks_for_no_state() -> None:
    _, mentions = read("سفیر سابق آمریکا در سازمان ملل گفت: راه باز است.")
    (mention,) = [m for m in mentions if m.offices]
    assert (mention.country, mention.offices[0].country, mention.offices[0].modifiers) == (None, "US", ("former",))


def test_a_state_that_is_gone_gives_a_note_and_no_country() -> None:
    text = prepare_text(Article(id="invented", text="وزیر خارجه شوروی گفت: راه باز است."))
    mentions = find_mentions(text)
    assert [m.country for m in mentions.actors if m.offices] == [None]
    assert [note.message for note in mentions.notes] == ["a state that no longer exists: no country is given"]


def test_an_office_of_an_unlisted_state_is_not_given_to_another() -> None:
    _, mentions = read("وزیر خارجه کرانستان گفت: راه باز است.")
    assert [m.country for m in mentions if m.offices] == [None]


ODD = ["", "،", "« »", "دکتر", "و و و", "این این این", "رئیس " * 400, "محمد " * 400, "«" * 300, "امید", "روح"]


@pytest.mark.parametrize("words", ODD)
def test_odd_input_gives_no_exception(words: str) -> None:
    text, mentions = read(words)
    assert all(0 <= m.span.start < m.span.end <= len(text.text) for m in mentions)


def test_a_name_of_forty_words_is_not_swallowed() -> None:
    text, mentions = read("دکتر " + "محمد " * 40 + "گفت: راه باز است.")
    assert all(m.name is None or len((cut(text, m.name) or "").split()) <= 8 for m in mentions)


def test_spans_of_parts_lie_inside_the_mention() -> None:
    text, mentions = read("\n".join(sentence for sentence, _ in SPANS))
    for mention in mentions:
        parts = [mention.name, mention.rank, *(office.span for office in mention.offices)]
        assert all(mention.span.start <= part.start < part.end <= mention.span.end for part in parts if part)
        assert isinstance(mention.span, Span)
        words = cut(text, mention.span) or ""
        assert words.strip() == words != ""
