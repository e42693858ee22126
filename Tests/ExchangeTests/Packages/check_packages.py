"""Hold packages that Attaché wrote against the items that they were written from.

Needs Python 3.9 or later and

    pip install citolab-qti-convert==0.2.0 anki==26.9.3 openpyxl==3.1.5

Takes a folder with

    items.jsonl      the items, one JSON object a line, as Swift codes a PortableItem
    qti.zip          QTI 2.1
    deck.apkg        Anki
    deck-later.apkg  Anki: the same items, at a later moment, the explanation of one or more changed
    kahoot.xlsx      Kahoot

and prints a line for each format. The exit status is 1 if anything differs from the items. Where
LibreOffice is on the path, it reads the spreadsheet too.
"""

import csv
import html.parser
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import anki.lang
import openpyxl
import qti_convert
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.utils import field_checksum
from lxml import etree

QTI21 = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
LINE_END = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")
WHITE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NC_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,31}\Z")


class Difference(Exception):
    """What a package says otherwise than the items do."""


def expect(found, wanted, what):
    """Hold one thing against another."""
    if found != wanted:
        raise Difference(f"{what}\n  found  {found!r}\n  wanted {wanted!r}")


def lines(text):
    """A text as packages show it: line feeds alone, no control characters."""
    return "\n".join(CONTROL.sub("", line) for line in LINE_END.split(text))


def single_line(text):
    """A text on one line."""
    words = (CONTROL.sub("", word) for word in WHITE.split(text))
    return " ".join(word for word in words if word)


def option_lines(item):
    return [lines(option["text"]) for option in item["options"]]


# --- QTI ---------------------------------------------------------------------------------------


def qti_text(element):
    """The text below an element, a line feed for each <br/>."""
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if etree.QName(child).localname == "br" else qti_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def qti_feedback(item, outcome):
    """What modal feedback says by the value that shows it."""
    return {
        feedback.get("identifier"): ["".join(qti_text(part)) for part in feedback.iter()
                                     if etree.QName(part).localname in ("p", "li")]
        for feedback in item.iter(f"{QTI21}modalFeedback")
        if feedback.get("outcomeIdentifier") == outcome
    }


def qti_item(xml):
    """An assessmentItem in the words of items.jsonl, as far as it says them."""
    root = etree.fromstring(xml)
    expect(root.tag, f"{QTI21}assessmentItem", "an item's root")
    interactions = list(root.iter(f"{QTI21}choiceInteraction"))
    expect(len(interactions), 1, "interactions in an item")
    choices = interactions[0].findall(f"{QTI21}simpleChoice")
    names = [choice.get("identifier") for choice in choices]
    expect(len(set(names)), len(names), "names of choices")
    whys = qti_feedback(root, "FEEDBACK")
    correct = root.find(f"{QTI21}responseDeclaration/{QTI21}correctResponse/{QTI21}value").text
    processing = root.find(f"{QTI21}responseProcessing")
    expect(processing.get("template").rsplit("/", 1)[1], "match_correct", "response processing")
    return {
        "name": root.get("identifier"),
        "topic": root.get("label", ""),
        "stem": qti_text(interactions[0].find(f"{QTI21}prompt")),
        "options": [qti_text(choice) for choice in choices],
        "whys": [whys.get(name, [""])[0] for name in names],
        "key": names.index(correct),
        "explanation": qti_feedback(root, "EXPLANATION").get("EXPLANATION", []),
    }


def qti_items(files):
    """The items of a QTI 2.1 package, in the order of its test."""
    manifest = etree.fromstring(files["imsmanifest.xml"])
    expect(manifest.tag, f"{PACKAGE}manifest", "the manifest's root")
    resources = {resource.get("identifier"): resource
                 for resource in manifest.iter(f"{PACKAGE}resource")}
    listed = [file.get("href") for file in manifest.iter(f"{PACKAGE}file")]
    expect(sorted(listed), sorted(set(files) - {"imsmanifest.xml"}), "files in the manifest")
    tests = [r for r in resources.values() if r.get("type") == "imsqti_test_xmlv2p1"]
    expect(len(tests), 1, "tests in the manifest")
    needed = [d.get("identifierref") for d in tests[0].iter(f"{PACKAGE}dependency")]
    references = list(etree.fromstring(files[tests[0].get("href")])
                      .iter(f"{QTI21}assessmentItemRef"))
    expect(needed, [r.get("identifier") for r in references], "what the test depends on")
    items = []
    for reference in references:
        resource = resources[reference.get("identifier")]
        expect(resource.get("type"), "imsqti_item_xmlv2p1", "the type of an item")
        expect(resource.get("href"), reference.get("href"), "where an item stands")
        item = qti_item(files[reference.get("href")])
        expect(item["name"], reference.get("identifier"), "the name of an item")
        if not NC_NAME.match(item["name"]):
            raise Difference(f"not a name: {item['name']!r}")
        items.append(item)
    return items


def wanted_qti(item):
    explanation = [lines(item["explanation"])] if item["explanation"] else []
    return {
        "topic": single_line(item["topic"]),
        "stem": lines(item["stem"]),
        "options": option_lines(item),
        "whys": [lines(option["why"]) for option in item["options"]],
        "key": item["key"],
        "explanation": explanation + [CONTROL.sub("", s) for s in item["sources"]],
    }


def as_bytes(files):
    return {name: content.encode() if isinstance(content, str) else content
            for name, content in files.items()}


def check_qti(folder, items):
    with zipfile.ZipFile(folder / "qti.zip") as archive:
        expect(archive.testzip(), None, "a damaged file in the archive")
        original = {name: archive.read(name) for name in archive.namelist()}
    third = as_bytes(qti_convert.upgrade_package(folder / "qti.zip").files)
    roots = {etree.QName(etree.fromstring(content)).localname for content in third.values()}
    expect(roots, {"manifest", "qti-assessment-test", "qti-assessment-item"}, "QTI 3.0's roots")
    back = qti_convert.downgrade_package_files(third)
    expect([w.message for w in back.warnings], [], "what the way back from 3.0 loses")
    for version, files in (("2.1", original), ("2.1 by way of 3.0", as_bytes(back.files))):
        found = qti_items(files)
        expect(len(found), len(items), f"items in QTI {version}")
        for item, wanted in zip(found, items):
            del item["name"]
            expect(item, wanted_qti(wanted), f"QTI {version}, {wanted['id']!r}")
    return (f"QTI: {len(items)} items: stems, options, keys, feedback and order, in 2.1 and in 3.0 "
            "and back")


# --- Anki --------------------------------------------------------------------------------------


class Field(html.parser.HTMLParser):
    """Reads a note's field: all its text, and the texts of its elements that hold some."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.parts = []
        self.open = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == "br":
            self.handle_data("\n")
        elif tag in ("li", "div"):
            self.open.append("")

    def handle_endtag(self, tag):
        if tag in ("li", "div"):
            self.parts.append(self.open.pop())

    def handle_data(self, data):
        self.text += data
        if self.open:
            self.open[-1] += data


def composed(value):
    """Texts as Anki keeps them: in Unicode's normal form C."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(part) for part in value]
    return {key: composed(part) for key, part in value.items()}


def wanted_note(item):
    explanation = [lines(item["explanation"])] if item["explanation"] else []
    whys = [f"{lines(o['text'])}: {lines(o['why'])}" for o in item["options"] if o["why"]]
    return composed({
        "Question": lines(item["stem"]),
        "Options": option_lines(item),
        "Answer": option_lines(item)[item["key"]],
        "Explanation": explanation + whys,
        "Sources": [single_line(source) for source in item["sources"]],
        "ID": single_line(item["id"]),
    })


def found_note(fields):
    read = {name: Field(text) for name, text in fields.items()}
    return composed({
        name: field.parts if name in ("Options", "Explanation", "Sources") else field.text
        for name, field in read.items()
    })


def import_deck(collection, file, with_scheduling):
    """Import as Anki does if nobody changes its settings, but for the one about scheduling."""
    options = ImportAnkiPackageOptions(with_scheduling=with_scheduling)
    request = ImportAnkiPackageRequest(package_path=str(file), options=options)
    log = collection.import_anki_package(request).log
    return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}


def notes_of(collection):
    return {note.guid: note for note in map(collection.get_note, collection.find_notes(""))}


def answer_cards(collection, count):
    """Answer cards, some of them so that they are known for days."""
    card_ids = sorted(collection.find_cards("is:new"))[:count]
    for place, card_id in enumerate(card_ids):
        card = collection.get_card(card_id)
        card.start_timer()
        collection.sched.answerCard(card, 4 if place % 2 == 0 else 3)
    return card_ids


def progress(collection):
    """All that is known of how cards are learnt."""
    return (
        collection.db.all(
            "select id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, data"
            " from cards order by id"),
        collection.db.all("select * from revlog order by id"),
    )


def fields_in_package(file):
    """The fields of the notes in a package by their names, as they stand there."""
    with zipfile.ZipFile(file) as archive, tempfile.TemporaryDirectory() as folder:
        expect(archive.namelist(), ["collection.anki2", "media"], "files in the deck")
        expect(json.loads(archive.read("media")), {}, "media in the deck")
        archive.extract("collection.anki2", folder)
        database = sqlite3.connect(f"{folder}/collection.anki2")
        try:
            expect(database.execute("pragma integrity_check").fetchall(), [("ok",)], "the database")
            return dict(database.execute("select guid, flds from notes"))
        finally:
            database.close()


def check_anki(folder, items):
    before = fields_in_package(folder / "deck.apkg")
    after = fields_in_package(folder / "deck-later.apkg")
    expect(set(before), set(after), "the names of notes")
    anki.lang.set_lang("en")
    changed = {guid for guid in before if before[guid] != after[guid]}
    if not changed:
        raise Difference("no explanation differs in deck-later.apkg")
    for with_scheduling in (False, True):
        with tempfile.TemporaryDirectory() as home:
            collection = Collection(f"{home}/collection.anki2")
            try:
                answered = check_imports(collection, folder, items, with_scheduling, before, after)
            finally:
                collection.close()
    return (f"Anki: {len(items)} notes, {len(changed)} updated, {answered} answered cards as they "
            "were, none twice, database in order, with and without scheduling")


def check_imports(collection, folder, items, with_scheduling, before, after):
    changed = {guid for guid in before if before[guid] != after[guid]}
    log = import_deck(collection, folder / "deck.apkg", with_scheduling)
    expect(log, {"new": len(items), "updated": 0, "duplicate": 0, "conflicting": 0}, "first import")
    notes = notes_of(collection)
    check_notes(collection, notes, items)
    answered = answer_cards(collection, max(len(items) // 2, 1))
    # Where a second ends while cards are answered, Anki's log and cards disagree about it by
    # themselves; that is no fault of a deck.
    collection.fix_integrity()
    was = progress(collection)
    log = import_deck(collection, folder / "deck-later.apkg", with_scheduling)
    expect(log["new"], 0, "notes new at the second import")
    expect(log["conflicting"], 0, "notes in conflict at the second import")
    expect(log["updated"] + log["duplicate"], len(items), "notes known at the second import")
    expect(collection.note_count(), len(items), "notes after the second import")
    expect(collection.card_count(), len(items), "cards after the second import")
    expect(progress(collection), was, "progress after the second import")
    expect(len(was[1]), len(answered), "answers in the log")
    later = notes_of(collection)
    explanation = later[next(iter(changed))].keys().index("Explanation")
    for guid, note in later.items():
        wanted = after[guid].split("\x1f")
        expect(composed(note.fields), composed(wanted), "a note after the second import")
        old = composed(before[guid].split("\x1f"))
        differing = [place for place, text in enumerate(note.fields) if text != old[place]]
        expect(differing, [explanation] if guid in changed else [], "fields that changed")
    message, in_order = collection.fix_integrity()
    expect(in_order, True, f"Anki's check of the database: {message}")
    return len(answered)


def check_notes(collection, notes, items):
    """Hold notes against items, and what Anki reckons from them against its own functions."""
    by_id = {}
    for note in notes.values():
        by_id[composed(Field(note["ID"]).text)] = note
        expect(len(note.cards()), 1, "cards of a note")
        checksum, = collection.db.first("select csum from notes where id = ?", note.id)
        expect(checksum, field_checksum(note.fields[0]), "the checksum of a question")
        expect(note.note_type()["name"], "Attaché multiple choice", "the note type")
        card = note.cards()[0].render_output()
        expect(list(card.question_av_tags) + list(card.answer_av_tags), [], "sounds in a card")
        formulas = collection._backend.extract_latex(
            text=card.answer_text, svg=False, expand_clozes=False).latex
        expect(list(formulas), [], "formulas in a card")
        expect(re.findall(r"\\[(\[]", card.answer_text), [], "what MathJax takes for formulas")
    expect(len(by_id), len(items), "notes by their ids")
    for item in items:
        note = by_id[composed(single_line(item["id"]))]
        expect(found_note(dict(note.items())), wanted_note(item), f"Anki, {item['id']!r}")
        tags = [re.sub('[ ":]', "-", single_line(item["topic"])), item["form"]]
        expect(sorted(note.tags), sorted(composed([tag for tag in tags if tag])), "tags")
    order = collection.db.list("select nid from cards order by due")
    expect(order, [by_id[composed(single_line(item["id"]))].id for item in items], "their order")


# --- Kahoot ------------------------------------------------------------------------------------

KAHOOT_HEADER = [
    "Question - max 120 characters", "Answer 1 - max 75 characters",
    "Answer 2 - max 75 characters", "Answer 3 - max 75 characters",
    "Answer 4 - max 75 characters",
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
]
KAHOOT_TIMES = {5, 10, 20, 30, 60, 90, 120, 240}


def code_units(text):
    return len(text.encode("utf-16-le")) // 2


def fits_kahoot(item):
    texts = [single_line(option["text"]) for option in item["options"]]
    stem = single_line(item["stem"])
    return (len(texts) <= 4 and 1 <= code_units(stem) <= 120
            and all(1 <= code_units(text) <= 75 for text in texts))


def in_openpyxl(text):
    """A text as openpyxl reads it, which takes what escapes an underscore out of the text itself."""
    return text.replace("x005F_", "")


def kahoot_rows(file):
    book = openpyxl.load_workbook(file)
    expect(len(book.sheetnames), 1, "sheets")
    sheet = book.active
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None and cell.data_type not in ("s", "n"):
                raise Difference(f"{cell.coordinate} is neither a text nor a number")
    rows = [list(row) for row in sheet.iter_rows(values_only=True, max_col=8)]
    expect(sheet.max_column, 8, "columns")
    expect(rows[7][1:], KAHOOT_HEADER, "row 8")
    return rows[8:]


def kahoot_row(number, item, time):
    texts = [single_line(option["text"]) for option in item["options"]]
    texts += [None] * (4 - len(texts))
    return [number, single_line(item["stem"]), *texts, time, item["key"] + 1]


def check_kahoot(folder, items):
    fitting = [item for item in items if fits_kahoot(item)]
    rows = kahoot_rows(folder / "kahoot.xlsx")
    expect(len(rows), len(fitting), "questions in the spreadsheet")
    times = {row[6] for row in rows}
    if len(times) > 1 or not times <= KAHOOT_TIMES:
        raise Difference(f"time limits {times}")
    wanted = [kahoot_row(number, item, row[6])
              for number, (row, item) in enumerate(zip(rows, fitting), start=1)]
    for found, row in zip(rows, wanted):
        row = [in_openpyxl(cell) if isinstance(cell, str) else cell for cell in row]
        expect(found, row, f"Kahoot, question {row[0]}")
    reader = check_with_libreoffice(folder / "kahoot.xlsx", wanted)
    return f"Kahoot: {len(fitting)} questions of {len(items)} items, read by openpyxl{reader}"


def check_with_libreoffice(file, rows):
    """Read a spreadsheet with LibreOffice too, if it is there."""
    office = shutil.which("soffice")
    if office is None:
        return ""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            [office, f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to",
             "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", home, str(file)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        with open(f"{home}/{file.stem}.csv", encoding="utf-8", newline="") as stream:
            read = list(csv.reader(stream))[8:]
    wanted = [["" if value is None else str(value) for value in row] for row in rows]
    expect([row[:8] for row in read], wanted, "the spreadsheet in LibreOffice")
    return " and LibreOffice"


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = pathlib.Path(arguments[0])
    with open(folder / "items.jsonl", encoding="utf-8", newline="\n") as stream:
        items = [json.loads(line) for line in stream if line.strip()]
    status = 0
    for check in (check_qti, check_anki, check_kahoot):
        try:
            print(check(folder, items))
        except Difference as difference:
            status = 1
            print(f"{check.__name__}: {difference}")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
