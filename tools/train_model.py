"""
Train the English pipeline that comes with the program.

    python tools/train_model.py [DATA] [--names] [--work FOLDER] [--out FOLDER]

DATA (default ``../shared/nlp`` beside the checkout) holds the recipe and the treebanks as spaCy `DocBin` files:
``syntax.cfg``, ``syntax_train.spacy``, ``syntax_dev.spacy``; with ``--names`` also ``names.cfg``, ``ner_train.spacy``,
``ner_dev.spacy``. Training takes 25 to 45 minutes on one core and gives the same model each time (seed 0).
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "nlp"

# The treebanks leave these prefixes on their words ("re-election" is one word) and divide all other words at hyphens.
WHOLE_WORDS = (
    r"(?i)(?:anti|co|counter|cross|e|ex|inter|micro|mid|mini|multi|neo|non|over|pan|post|pre|pro|re|semi|socio|sub|ultra)"
    r"-[^\W\d_]+$"
)

ATTRIBUTION = """\
# The English pipeline

A spaCy pipeline (tagger, morphologizer, dependency parser, lemmatizer) for English, made by `tools/train_model.py`.
It is licensed under the Creative Commons Attribution-ShareAlike 4.0 International licence (see `LICENSE`), apart from
the program's own licence, because the treebanks it learnt from are.

## Learnt from

Universal Dependencies, release 2.16 (https://universaldependencies.org).

**UD English-GUM**, the genres academic, biography, interview, news, speech, textbook, vlog and voyage.
Annotations CC BY 4.0; texts, by genre, CC BY 2.5, CC BY 4.0 or CC BY-SA 3.0. Genres whose texts are non-commercial or
unclear (conversation, court, essay, fiction, letter, podcast, reddit, whow) were left out.
Amir Zeldes (2017): The GUM Corpus: Creating Multilayer Resources in the Classroom.
Language Resources and Evaluation 51(3), 581-612. https://github.com/UniversalDependencies/UD_English-GUM

**UD English-EWT**. CC BY-SA 4.0.
Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel Bowman, Miriam Connor, John Bauer and
Christopher D. Manning (2014): A Gold Standard Dependency Corpus for English. Proceedings of LREC 2014.
https://github.com/UniversalDependencies/UD_English-EWT

## Changes

The annotations were turned into spaCy's format and the model's weights were fitted to them; no text of the treebanks
is contained in the model beyond single words.
"""


def run(data: Path, work: Path, *, names: bool) -> Path:
    """Train with the recipe; the folder of the best model."""
    syntax = work / "syntax"
    paths = {"paths.train": str(data / "syntax_train.spacy"), "paths.dev": str(data / "syntax_dev.spacy")}
    train(data / "syntax.cfg", syntax, overrides=paths)
    if not names:
        return syntax / "model-best"
    paths = {
        "paths.train": str(data / "ner_train.spacy"),
        "paths.dev": str(data / "ner_dev.spacy"),
        "paths.syntax": str(syntax / "model-best"),
    }
    train(data / "names.cfg", work / "names", overrides=paths)
    return _together(syntax / "model-best", work / "names" / "model-best", work / "both")


def _together(syntax: Path, names: Path, out: Path) -> Path:
    """One pipeline: names see the text through a copy of the words' vectors that was fitted to them."""
    nlp = spacy.load(syntax)
    found = spacy.load(names)
    found.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=found)
    nlp.to_disk(out)
    return out


def pack(model: Path, out: Path) -> None:
    """Write the trained *model* to *out* as it is shipped: what is needed to run it, its licence and its sources."""
    nlp = spacy.load(model)
    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = re.compile(WHOLE_WORDS).match
    nlp.meta.update(
        name="timeline",
        version="1.0.0",
        description="English syntax for reading news: tags, morphology, dependencies (UD 2.16), lemmas",
        license="CC BY-SA 4.0",
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # the machine's own
    for part in out.iterdir() if out.is_dir() else ():
        if part.name != "LICENSE":  # the licence's own text
            shutil.rmtree(part) if part.is_dir() else part.unlink()
    nlp.to_disk(out)
    (out / "ATTRIBUTION").write_text(ATTRIBUTION, encoding="utf-8")
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    meta.pop("performance", None)  # tests/quality holds the figures, measured on other texts
    (out / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Train and pack."""
    parser = argparse.ArgumentParser(description="Train the English pipeline that comes with the program.")
    parser.add_argument("data", nargs="?", type=Path, default=DATA, help="recipe and treebanks")
    parser.add_argument("--names", action="store_true", help="also find names (6 MB more)")
    parser.add_argument("--work", type=Path, help="keep the training's own files here")
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "model", help="where the model goes")
    parser.add_argument("--pack", type=Path, metavar="MODEL", help="pack a model that is trained already")
    arguments = parser.parse_args()
    if arguments.pack:
        pack(arguments.pack, arguments.out)
        return
    with tempfile.TemporaryDirectory() as temporary:
        pack(run(arguments.data, arguments.work or Path(temporary), names=arguments.names), arguments.out)


if __name__ == "__main__":
    main()
