"""Learn the weights of the speech acts: annotated articles, labelled statements and the corpus in, two tables out.

    python -m evaluation.train_acts --vectors /tmp/vectors.npz [--measure]

Words get vectors from the company they keep in the corpus (PPMI, cut to few dimensions); signs and vectors together
feed one logistic regression an act. What is shipped is linear: a weight for each sign, and for each word what its
vector adds to each act. `--measure` cross-validates by annotated article instead, and keeps the figure in
`acts_measured.toml`: the shipped weights have seen all annotated articles, so that what `didar evaluate` says of the
acts there flatters. Needs the `models` extra.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from didar.alignment import Alignment
from didar.evaluating.gold import GoldArticle
from didar.evaluating.pairing import DETECTED, letters_in, pair_up, share_in_common
from didar.mentions.find import find_mentions
from didar.page.plain import article_from_text
from didar.records import Act, Article
from didar.statements.acts import decide, names_its_act, see_said
from didar.statements.acts_signs import signs_of
from didar.statements.drafts import Draft
from didar.statements.find import find_drafts, section_of
from didar.text.prepare import prepare_text
from evaluation.shared import ROOT, load_corpus, load_gold

LEXICON = ROOT / "src" / "didar" / "persian" / "lexicon"
LABELS = ROOT / "evaluation" / "acts_labels.tsv"
MEASURED = ROOT / "evaluation" / "acts_measured.toml"
ACTS: tuple[Act, ...] = get_args(Act)

# Tried by cross-validation without gain: one network for all acts, words and pairs of words beside their vectors, lists
# of words by polarity, the statements before and after and the mean of the article, weights of their own for annotated
# statements, leaving out labels that the others contradict. A reader who labelled 92 annotated statements blind, by
# content and cue alone, agreed with the annotation by an F1 of 0.748.
# Tried by cross-validation: 100, 120 and 250 dimensions, windows of 4 and 5 words, C 0.1 to 0.8.
DIMENSIONS, WINDOW, VOCABULARY, RAREST = 120, 4, 20_000, 10
STRENGTH, RAREST_SIGN = 0.25, 3
# A labelled statement weighs less than an annotated one, for its reader was another; tried 0.35, 0.5, 0.7, 1.
LABELLED = 0.5
# How much the vectors count against the signs; how fast a frequent word stops telling; see acts_model for the rest.
SCALE, FREQUENT, SMOOTH = 5.4, 1e-3, 2.0


class Example(NamedTuple):
    """A statement whose acts are known."""

    article: str
    draft: Draft
    signs: set[str]
    norms: tuple[str, ...]
    acts: frozenset[str]
    annotated: bool
    counts: bool


class Vectors(NamedTuple):
    """A vector for each word, and how much the word counts: little where it is everywhere."""

    words: list[str]
    places: dict[str, int]
    vectors: np.ndarray
    counts: np.ndarray


# --- examples -------------------------------------------------------------------------------------------------------


def gold_examples(golds: Iterable[GoldArticle]) -> Iterator[Example]:
    """Return the annotated statements that Didar finds, by half of their letters or more."""
    for gold in golds:
        text = prepare_text(article_from_text(gold.text, id=gold.id))
        there = Alignment.from_edits(text.edits)
        wanted = [letters_in([there.to_repaired(s) for s in said.content], text.text) for said in gold.statements]
        sentences, drafts = find_drafts(text, find_mentions(text))
        found = [letters_in(draft.content.spans, text.text) for draft in drafts]
        pairs = pair_up(len(wanted), len(found), lambda i, j, w=wanted, f=found: _alike(w[i], f[j]))  # type: ignore[misc]
        for pair in pairs:
            said = gold.statements[pair.gold]
            yield _example(gold.id, sentences, drafts[pair.found], drafts, said.acts, True, not said.optional)


def labelled_examples() -> Iterator[Example]:
    """Return the statements of the corpus that acts_labels.tsv labels."""
    labels = _read_labels()
    for line in load_corpus():
        if line.article.id in labels:
            yield from _labelled(line.article, labels[line.article.id])


def _labelled(article: Article, labels: dict[int, Sequence[str]]) -> Iterator[Example]:
    text = prepare_text(article)
    back = Alignment.from_edits(text.edits)
    sentences, drafts = find_drafts(text, find_mentions(text))
    for draft in drafts:
        if acts := labels.get(back.to_source(draft.content.spans[0]).start):
            yield _example(article.id, sentences, draft, drafts, acts, False, False)


def _example(
    article: str, sentences: Any, draft: Draft, drafts: Any, acts: Sequence[str], annotated: bool, counts: bool
) -> Example:
    said = see_said(sentences, draft, drafts, section_of(sentences[draft.sentence]))
    return Example(article, draft, signs_of(said), said.wording.norms, frozenset(acts), annotated, counts)


def _read_labels() -> dict[str, dict[int, Sequence[str]]]:
    labels: dict[str, dict[int, Sequence[str]]] = defaultdict(dict)
    lines = [line for line in LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        article, start, acts = line.split("\t")
        labels[article][int(start)] = acts.split()
    return labels


def _alike(one: Set[object], other: Set[object]) -> float:
    share = share_in_common(one, other)
    return share if share >= DETECTED else 0.0


# --- vectors --------------------------------------------------------------------------------------------------------


def learn_vectors(sentences: Sequence[Sequence[str]]) -> Vectors:
    """Return vectors of the commonest words from the words beside them, left and right told apart."""
    counted = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in counted.most_common(VOCABULARY) if count >= RAREST]
    places = {word: i for i, word in enumerate(words)}
    beside = _beside(sentences, places)
    svd = TruncatedSVD(DIMENSIONS, random_state=0, n_iter=4)
    vectors = svd.fit_transform(_positive_information(hstack([beside, beside.T]).tocsr()))
    vectors /= np.sqrt(svd.singular_values_)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return Vectors(words, places, vectors, _importance(np.array([counted[w] for w in words]), sum(counted.values())))


def _importance(counts: np.ndarray, total: int) -> np.ndarray:
    return FREQUENT / (FREQUENT + counts / total)


def _beside(sentences: Sequence[Sequence[str]], places: dict[str, int]) -> csr_matrix:
    rows, columns, values = [], [], []
    for sentence in sentences:
        known = [places.get(word, -1) for word in sentence]
        for i, one in enumerate(known):
            for j in range(i + 1, min(len(known), i + 1 + WINDOW)):
                if one >= 0 and known[j] >= 0:
                    rows.append(one)
                    columns.append(known[j])
                    values.append(1 / (j - i))
    return coo_matrix((values, (rows, columns)), shape=(len(places), len(places))).tocsr()


def _positive_information(together: csr_matrix) -> csr_matrix:
    """Pointwise mutual information where it is positive; contexts smoothed by a power of 0.75."""
    total = together.sum()
    word, context = np.asarray(together.sum(1)).ravel(), np.asarray(together.sum(0)).ravel() ** 0.75
    context = context / context.sum() * total
    pairs = together.tocoo()
    information = np.log(pairs.data * total / (word[pairs.row] * context[pairs.col]))
    kept = information > 0
    return coo_matrix((information[kept], (pairs.row[kept], pairs.col[kept])), shape=together.shape).tocsr()


def corpus_sentences() -> list[list[str]]:
    """Return the words of every sentence of the corpus that belongs to a report."""
    found = []
    for line in load_corpus():
        text = prepare_text(line.article)
        kept = (s for s in text.sentences if text.sections[s.paragraph].type not in ("boilerplate", "repeat"))
        found.extend([token.norm for token in sentence.tokens if _is_word(token.norm)] for sentence in kept)
    return found


def _is_word(norm: str) -> bool:
    return bool(norm) and not norm[0].isdigit()


def load_vectors(path: Path) -> Vectors:
    """Read the vectors kept in a file, or learn them and keep them there."""
    if not path.exists():
        learnt = learn_vectors(corpus_sentences())
        np.savez_compressed(path, words=np.array(learnt.words), vectors=learnt.vectors, counts=learnt.counts)
    kept = np.load(path)
    words = [str(word) for word in kept["words"]]
    return Vectors(words, {w: i for i, w in enumerate(words)}, kept["vectors"], kept["counts"])


def content_vector(norms: Iterable[str], vectors: Vectors) -> np.ndarray:
    """Return the mean vector of the words of a content, weighted by how much they tell."""
    at = [place for norm in norms if (place := vectors.places.get(norm)) is not None]
    weights = vectors.counts[at]
    return weights @ vectors.vectors[at] / (weights.sum() + SMOOTH) * SCALE


# --- learning -------------------------------------------------------------------------------------------------------


class Model(NamedTuple):
    """What was learnt: for each act a bias, a weight for each sign and one for each dimension."""

    signs: list[str]
    acts: list[Act]
    bias: np.ndarray
    sign_weights: np.ndarray
    vector_weights: np.ndarray


def learn(examples: Sequence[Example], vectors: np.ndarray) -> Model:
    """Fit one regression for each act that has examples enough."""
    common = Counter(sign for example in examples for sign in example.signs)
    kept = [{sign: 1.0 for sign in sorted(e.signs) if common[sign] >= RAREST_SIGN} for e in examples]
    vectorizer = DictVectorizer()
    design = hstack([vectorizer.fit_transform(kept), csr_matrix(vectors)]).tocsr()
    weights_of = [1.0 if e.annotated else LABELLED for e in examples]
    acts = [act for act in ACTS if sum(act in e.acts for e in examples) >= RAREST_SIGN]
    fits = [
        LogisticRegression(C=STRENGTH, solver="liblinear").fit(design, [act in e.acts for e in examples], weights_of)
        for act in acts
    ]
    weights = np.array([fit.coef_[0] for fit in fits])
    signs = list(vectorizer.get_feature_names_out())
    bias = np.array([fit.intercept_[0] for fit in fits])
    return Model(signs, acts, bias, weights[:, : len(signs)], weights[:, len(signs) :])


def predict(model: Model, example: Example, vector: np.ndarray) -> tuple[Act, ...]:
    """Return the acts that a model tells of a statement, by the rules that Didar decides with."""
    places = [i for i, sign in enumerate(model.signs) if sign in example.signs]
    odds = model.bias + model.sign_weights[:, places].sum(1) + model.vector_weights @ vector
    return decide(example.draft, example.signs, dict(zip(model.acts, 1 / (1 + np.exp(-odds)), strict=True)))


def teaches(example: Example) -> bool:
    """Only where the cue does not name the act itself has the content something to teach."""
    return not names_its_act(example.draft)


def cross_validate(gold: Sequence[Example], labelled: Sequence[Example], vectors: Vectors, folds: int = 9) -> float:
    """Print precision, recall and F1 over annotated articles that the model has not seen; return the F1 of all acts."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    told: Counter[str] = Counter()
    mine = np.array([content_vector(e.norms, vectors) for e in gold])
    theirs = np.array([content_vector(e.norms, vectors) for e in labelled])
    groups = [example.article for example in gold]
    for train, test in GroupKFold(folds).split(groups, groups=groups):
        picked = [i for i in train if teaches(gold[i])]
        also = [i for i, example in enumerate(labelled) if teaches(example)]
        examples = [gold[i] for i in picked] + [labelled[i] for i in also]
        model = learn(examples, np.vstack([mine[picked], theirs[also]]))
        for i in test:
            if gold[i].counts:
                acts = set(predict(model, gold[i], mine[i]))
                right.update(acts & gold[i].acts)
                told.update(acts)
                seen.update(gold[i].acts)
    for act in (*ACTS, None):
        r, t, s = (sum(c.values()) if act is None else c[act] for c in (right, told, seen))
        if s:
            print(f"{act or 'all':13} P {r / max(t, 1):.3f}  R {r / s:.3f}  F1 {2 * r / (t + s):.3f}  ({s})")
    return 2 * right.total() / (told.total() + seen.total())


# --- writing --------------------------------------------------------------------------------------------------------


def write_tables(model: Model, vectors: Vectors) -> None:
    """Write the weights as hundredths: a line a sign; a line a word: how much it counts, what it adds to each act."""
    heading = "sign\t" + " ".join(model.acts)
    signs = {"(bias)": model.bias, **dict(zip(model.signs, model.sign_weights.T, strict=True))}
    lines = [f"{sign}\t{_hundredths(weights)}" for sign, weights in signs.items()]
    made = "# Made by evaluation/train_acts.py (make models); hundredths of log-odds, in the order of the acts.\n"
    (LEXICON / "acts_signs.weights.tsv").write_text(made + "\n".join([heading, *lines]) + "\n", encoding="utf-8")
    adds = vectors.vectors @ model.vector_weights.T * SCALE * vectors.counts[:, None]
    rows = (f"{w}\t{_hundredths([c, *a])}" for w, c, a in zip(vectors.words, vectors.counts, adds, strict=True))
    (LEXICON / "acts_words.weights.tsv").write_text(made + "\n".join(rows) + "\n", encoding="utf-8")


def _hundredths(weights: Iterable[float]) -> str:
    return " ".join(str(round(float(weight) * 100)) for weight in weights)


def write_figure(articles: str, f1: float) -> None:
    """Keep the cross-validated figure for README."""
    made = f"# Written by `python -m evaluation.train_acts --measure`: F1 cross-validated over {articles} articles.\n"
    MEASURED.write_text(f"{made}f1 = {f1:.3f}\n", encoding="utf-8")


def main() -> None:
    """Read, learn, and write or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", type=Path, default=Path("build/acts_vectors.npz"), help="where vectors are kept")
    parser.add_argument("--measure", action="store_true", help="cross-validate and keep the figure")
    parser.add_argument("--fold", choices=["work", "all"], default="all", help="the annotated articles to learn from")
    options = parser.parse_args()
    options.vectors.parent.mkdir(parents=True, exist_ok=True)
    vectors = load_vectors(options.vectors)
    gold, labelled = tuple(gold_examples(load_gold(options.fold))), tuple(labelled_examples())
    print(f"{len(gold)} annotated and {len(labelled)} labelled statements, {len(vectors.words)} words")
    if options.measure:
        write_figure(options.fold, cross_validate(gold, labelled, vectors))
        return
    examples = [example for example in (*gold, *labelled) if teaches(example)]
    write_tables(learn(examples, np.array([content_vector(e.norms, vectors) for e in examples])), vectors)


if __name__ == "__main__":
    main()
