"""What each engine finds and costs, in one browser and in one run."""

from __future__ import annotations

import statistics
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import Browser, Page, Response, sync_playwright

from macros.search.dutch import stems
from scripts.lab.browsers import CHROMIUM
from scripts.lab.printing.chromium import FLAGS
from scripts.lab.searching.prepare import documents
from scripts.lab.searching.questions import Question, scores
from scripts.lab.static_server import serve

ROUNDS = 5
TIMED = 40  # questions in a round
OURS, REFERENCE = "kist", "pagefind"
INDEXES = {  # engine -> its index, and whether that holds our stems
    "minisearch": ("minisearch.json", False),
    "minisearch, onze stammen": ("minisearch-stammen.json", True),
}
COLD = """async ([name, question]) => {
  const start = performance.now();
  await engines[name].load();
  await engines[name].find(question);
  return performance.now() - start;
}"""
ASK = """async ([name, questions]) => {
  const found = [];
  for (const question of questions) found.push(await engines[name].find(question));
  return found;
}"""
# Asked before the clock runs, so that nothing is fetched or made ready for the first time.
WARM = """async ([name, questions]) => {
  for (const question of questions) await engines[name].find(question);
  const start = performance.now();
  for (const question of questions) await engines[name].find(question);
  return (performance.now() - start) / questions.length;
}"""
PACK = """const { brotliCompressSync, gzipSync } = require("node:zlib");
const text = require("node:fs").readFileSync(0);
console.log(brotliCompressSync(text).length, gzipSync(text, { level: 9 }).length);"""


@dataclass
class Outcome:
    """What one engine did, in each round."""

    cold: list[float] = field(default_factory=list)  # ms, from nothing loaded to the first answer
    warm: list[float] = field(default_factory=list)  # ms a question
    brotli: int = 0  # bytes before the first answer
    gzip: int = 0
    found: list[list[str]] = field(default_factory=list)  # addresses, for each question


def run(folder: Path, names: Sequence[str], questions: Sequence[Question]) -> dict[str, Outcome]:
    """Let the engines take turns, each time in a browser that has nothing kept."""
    outcomes = {name: Outcome() for name in names}
    asked = [{"text": question.text, "stems": stems(question.text)} for question in questions]
    with serve(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.require(), args=FLAGS)
        _make_indexes(browser, address, folder, names)
        for _ in range(ROUNDS):
            for name in names:
                _measure(browser, address, name, asked, outcomes[name])
        browser.close()
    return outcomes


def _make_indexes(browser: Browser, address: str, folder: Path, names: Iterable[str]) -> None:
    for name in set(names) & INDEXES.keys():
        file, stemmed = INDEXES[name]
        page = _opened(browser, address)
        make = "([name, documents]) => engines[name].prepare(documents)"
        text = page.evaluate(make, [name, documents(stemmed=stemmed)])
        (folder / file).write_text(text, "utf-8")
        page.context.close()


def _measure(
    browser: Browser, address: str, name: str, asked: list[dict[str, str]], outcome: Outcome
) -> None:
    page = _opened(browser, address)
    bodies: list[Response] = []
    page.on("response", lambda response: bodies.append(response))  # noqa: PLW0108
    outcome.cold.append(page.evaluate(COLD, [name, asked[0]]))
    if not outcome.found:
        for response in list(bodies):
            brotli, gzip = packed(response.body())
            outcome.brotli += brotli
            outcome.gzip += gzip
        outcome.found = page.evaluate(ASK, [name, asked])
    step = max(1, len(asked) // TIMED)
    outcome.warm.append(page.evaluate(WARM, [name, asked[::step]]))
    page.context.close()


def _opened(browser: Browser, address: str) -> Page:
    page = browser.new_context().new_page()
    page.goto(address)
    page.add_script_tag(url="engines.js")
    return page


def packed(body: bytes) -> tuple[int, int]:
    """The bytes of a file as a server sends it: with brotli, and with gzip."""
    node = str(compute_driver_executable()[0])
    done = subprocess.run([node, "-e", PACK], input=body, capture_output=True, check=True)
    brotli, gzip = map(int, done.stdout.split())
    return brotli, gzip


def report(outcomes: dict[str, Outcome], questions: Sequence[Question]) -> list[str]:
    """The lines of a report: what was found for each kind of question, and what it cost."""
    lines = []
    reference = outcomes.get(REFERENCE, next(iter(outcomes.values())))
    for name, outcome in outcomes.items():
        cold, warm = (statistics.median(times) for times in (outcome.cold, outcome.warm))
        ratios = (
            cold / statistics.median(reference.cold),
            warm / statistics.median(reference.warm),
        )
        lines.append(
            f"\n{name}: {outcome.brotli} bytes brotli ({outcome.gzip} gz); "
            f"koud {cold:.0f} ms ({ratios[0]:.2f} ×), warm {warm:.2f} ms ({ratios[1]:.3f} ×)"
        )
        lines += _table(questions, outcome)
    return lines


def _table(questions: Sequence[Question], outcome: Outcome) -> Iterable[str]:
    places = [
        question.place(found) for question, found in zip(questions, outcome.found, strict=True)
    ]
    for kind, score in scores(questions, places).items():
        yield (
            f"  {kind:14}{score.many:4} vragen, eerste {score.first:5.1f} %, "
            f"top 3 {score.three:5.1f} %"
        )


def misses(outcome: Outcome, questions: Sequence[Question]) -> Iterable[str]:
    """The questions whose answer is not first, with what came in its place."""
    for question, found in zip(questions, outcome.found, strict=True):
        if (place := question.place(found)) > 1:
            yield f"  {place:2} {question.kind}: {question.text} -> {', '.join(found[:3])}"
