#!/usr/bin/env python3
"""Reads the text formats that the program writes with readers that others wrote.

Usage: check_text_formats.py FOLDER

FOLDER holds moodle.xml, gift.txt, items.csv, items.jsonl and aiken.txt, all of the same items;
items.jsonl is the truth. Prints a line a format; exits with 1 where one differs.

Needs these packages, at these versions:

    moodle-xml-parser==0.3.1 moodle-questions==0.2.1 pygiftparserrgmf==0.0.5

What each reader does, and what is done about it:

* moodle-xml-parser (module moodle_xml_parser.parser) reads multiple choice alone. Its function
  _extract_text_content strips blanks in Unicode's sense, removes "<![CDATA[" and "]]>" from the text
  itself and unescapes HTML once more than XML asks for. The same three steps are applied to the
  truth before it is compared. Python's own xml.etree is asked for everything again, exactly: the
  true/false items, ids, categories and each character of each text.
* moodle-questions (module moodle_questions) writes Moodle XML and has no reader. Each question is
  made with it too, and must have no element or attribute that ours lacks.
* pygiftparserrgmf (module pygiftparser) ends a feedback at "=", "~" and "}" even where they are
  escaped, leaves escapes in options and feedback, never reads "\\\\" and "\\n", and takes a feedback
  that is a number for a numerical answer. So, as Moodle itself does, each escape is one private
  character before the file is parsed and what it stands for afterwards, and a private character
  stands before each feedback. The parser makes tabs spaces and strips blanks in Unicode's sense,
  which is done to the truth as well.
  In a category nothing is escaped but the backslash; the parser takes braces there for answers, so
  its signs are private characters too.
* csv is Python's own. Aiken is read by the rules of Moodle's importer, written down here again.
"""

import csv
import html
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


class Difference(Exception):
    """What a reader found and what it should have found."""


def expect(found, wanted, place):
    if found != wanted:
        raise Difference(f"{place}: found {found!r}, expected {wanted!r}")


def feedback(item):
    """The explanation and the sources as one text."""
    lines = item["explanation"].split("\n")
    if not item["sources"] and "Sources:" not in lines:
        return item["explanation"]
    sources = "\n".join(["Sources:"] + [f"- {source}" for source in item["sources"]])
    return f"{item['explanation']}\n\n{sources}" if item["explanation"] else sources


def is_statement(item):
    return item["form"] == "true-false"


def category_topic(path):
    prefix = "$course$/top"
    if path == prefix:
        return ""
    expect(path[: len(prefix) + 1], prefix + "/", "category")
    return path[len(prefix) + 1 :].replace("//", "/")


# Moodle XML


def element_text(element, path):
    found = element.find(path)
    if found is None:
        raise Difference(f"no element {path}")
    return found.text or ""


def check_moodle_exactly(root, items):
    questions = []
    topic = ""
    for question in root.findall("question"):
        if question.get("type") == "category":
            topic = category_topic(element_text(question, "category/text"))
        else:
            questions.append((topic, question))
    expect(len(questions), len(items), "number of questions")
    for (topic, question), item in zip(questions, items):
        place = item["id"] or item["stem"]
        kind = "truefalse" if is_statement(item) else "multichoice"
        expect(question.get("type"), kind, place)
        expect(topic, item["topic"], f"{place}: topic")
        expect(element_text(question, "idnumber"), item["id"], f"{place}: id")
        expect(element_text(question, "questiontext/text"), item["stem"], f"{place}: stem")
        expect(element_text(question, "generalfeedback/text"), feedback(item), f"{place}: feedback")
        for name in ("questiontext", "generalfeedback"):
            expect(question.find(name).get("format"), "plain_text", f"{place}: format")
        answers = question.findall("answer")
        texts = ["true", "false"] if is_statement(item) else [o["text"] for o in item["options"]]
        expect([element_text(a, "text") for a in answers], texts, f"{place}: options")
        whys = [option["why"] for option in item["options"]]
        expect([element_text(a, "feedback/text") for a in answers], whys, f"{place}: whys")
        credits = ["100" if n == item["key"] else "0" for n in range(len(answers))]
        expect([a.get("fraction") for a in answers], credits, f"{place}: key")


def check_moodle_parser(path, items):
    from moodle_xml_parser import parser

    def reduced(text):
        return html.unescape(re.sub(r"<!\[CDATA\[|\]\]>", "", text.strip()))

    choices = [item for item in items if not is_statement(item)]
    found = parser.parse_file(str(path))["multichoice"]
    expect(len(found), len(choices), "number of multiple choice questions")
    for question, item in zip(found, choices):
        place = item["id"] or item["stem"]
        expect(question.text_pre_parse, reduced(item["stem"]), f"{place}: stem")
        expect(question.general_feedback, reduced(feedback(item)), f"{place}: feedback")
        expect(question.single, True, f"{place}: single")
        options = [(reduced(o["text"]), reduced(o["why"])) for o in item["options"]]
        expect([(o.answer, o.feedback) for o in question.options], options, f"{place}: options")
        right = [n for n, o in enumerate(question.options) if o.score_fraction == 100]
        expect(right, [item["key"]], f"{place}: key")
    return len(found)


def paths(element, above=""):
    here = f"{above}/{element.tag}"
    found = {here} | {f"{here}@{name}" for name in element.attrib}
    for child in element:
        found |= paths(child, here)
    return found


def check_moodle_writer(root, items):
    from moodle_questions.questions.multiplechoice import MultipleChoiceQuestion

    ours = [q for q in root.findall("question") if q.get("type") == "multichoice"]
    choices = [item for item in items if not is_statement(item)]
    for question, item in zip(ours, choices):
        other = MultipleChoiceQuestion(
            name=item["id"],
            question_text=item["stem"],
            default_mark=1,
            general_feedback=feedback(item),
            id_number=item["id"],
        )
        for place, option in enumerate(item["options"]):
            credit = 100 if place == item["key"] else 0
            other.add_answer(credit, option["text"], option["why"])
        missing = paths(other._to_xml_element()) - paths(question)
        expect(missing, set(), f"{item['id']}: elements of moodle-questions")


def check_moodle(path, items):
    root = ElementTree.parse(path).getroot()
    check_moodle_exactly(root, items)
    count = check_moodle_parser(path, items)
    check_moodle_writer(root, items)
    return (
        f"{len(items)} questions with xml.etree: ids, topics, stems, options, keys, feedback; "
        f"{count} of them with moodle-xml-parser and moodle-questions"
    )


# GIFT

ESCAPES = {"\\\\": "\\", "\\:": ":", "\\#": "#", "\\=": "=", "\\{": "{", "\\}": "}", "\\~": "~"}
ESCAPES["\\n"] = "\n"
STAND_INS = {escape: chr(0xE000 + n) for n, escape in enumerate(ESCAPES)}
SENTINEL = chr(0xE0FF)


def masked(text):
    def stand_in(match):
        return STAND_INS.get(match.group(), match.group())

    lines = []
    for line in text.split("\n"):
        if line.startswith("$CATEGORY:"):
            line = line.replace("\\\\", STAND_INS["\\\\"])
            lines.append(re.sub(r"[#={}~]", lambda sign: STAND_INS["\\" + sign.group()], line))
        else:
            line = re.sub(r"\\.", stand_in, line)
            lines.append(re.sub(r"(#+)", rf"\1{SENTINEL}", line))
    return "\n".join(lines)


def without_format(text):
    return unmasked(text.replace(SENTINEL, "").strip().removeprefix("[plain]"))


def unmasked(text):
    text = text.replace(SENTINEL, "")
    for escape, stand_in in STAND_INS.items():
        text = text.replace(stand_in, ESCAPES[escape])
    return text.strip()


def as_gift_parser(text):
    return text.replace("\t", " ").strip()


def split_feedback(text):
    """What is said of the option, and the general feedback after it."""
    if text is None:
        return "", ""
    # The parser cuts the first sign off, also where it is the first of four.
    why, _, general = f"#{text}".replace(SENTINEL, "").partition("####")
    return why.removeprefix("#"), without_format(general)


def check_gift(path, items):
    import contextlib
    import io

    from pygiftparser import parser

    with contextlib.redirect_stdout(io.StringIO()) as said:
        try:
            parser.parse(masked(path.read_text(encoding="utf-8")))
        except Exception as error:
            raise Difference(f"{error} {said.getvalue()}") from error
    questions = parser.gift_result.questions
    expect(said.getvalue(), "", "what the parser says")
    expect(len(questions), len(items), "number of questions")
    for question, item in zip(questions, items):
        check_gift_question(question, item)
    return (
        f"{len(items)} questions with pygiftparserrgmf: ids, topics, stems, options, keys, feedback"
    )


def check_gift_question(question, item):
    place = item["id"] or item["stem"]
    expect(without_format(question.text), as_gift_parser(item["stem"]), f"{place}: stem")
    if item["id"]:
        expect(unmasked(question.name), as_gift_parser(item["id"]), f"{place}: id")
    topic = category_topic(unmasked(question.category)) if question.category else ""
    expect(topic, as_gift_parser(item["topic"]), f"{place}: topic")
    options = question.answer.options
    whys = [as_gift_parser(option["why"]) for option in item["options"]]
    if is_statement(item):
        expect(type(question.answer).__name__, "TrueFalse", place)
        expect(options[0].text, ["True", "False"][item["key"]], f"{place}: key")
        said, general = split_feedback(options[0].feedback)
        wrong, _, right = said.partition("#")
        expect(without_format(wrong), whys[1 - item["key"]], f"{place}: feedback to who is wrong")
        expect(without_format(right), whys[item["key"]], f"{place}: feedback to who is right")
    else:
        expect(type(question.answer).__name__, "MultipleChoiceRadio", place)
        texts = [as_gift_parser(option["text"]) for option in item["options"]]
        expect([without_format(option.text) for option in options], texts, f"{place}: options")
        right = [n for n, option in enumerate(options) if option.prefix == "="]
        expect(right, [item["key"]], f"{place}: key")
        found = [split_feedback(option.feedback) for option in options]
        expect([without_format(why) for why, _ in found], whys, f"{place}: whys")
        expect([general for _, general in found[:-1]], [""] * (len(found) - 1), place)
        general = found[-1][1]
    expect(general, as_gift_parser(feedback(item)), f"{place}: general feedback")


# The table

FORMULA = "=+\\-@\t\r＝＋－＠"


def restored(cell):
    return re.sub(rf"(^|[;\t\n\r])([ \"]*)'('*)(?=[{FORMULA}])", r"\1\2\3", cell)


def check_table(path, items):
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    expect(len(rows), len(items), "number of rows")
    for row, item in zip(rows, items):
        place = item["id"] or item["stem"]
        for cell in row.values():
            found = re.search(rf"(^|[;\t\n\r])[ \"]*[{FORMULA}]", cell)
            expect(found and found.group(), None, f"{place}: a formula")
        cells = {name: restored(cell) for name, cell in row.items()}
        for name in ("id", "topic", "form", "stem", "explanation"):
            expect(cells[name], item[name], f"{place}: {name}")
        expect(cells["key"], str(item["key"] + 1), f"{place}: key")
        sources = cells["sources"].split("\n") if cells["sources"] else []
        expect(sources, item["sources"], f"{place}: sources")
        for number in range(5):
            there = number < len(item["options"])
            option = item["options"][number] if there else {"text": "", "why": ""}
            expect(cells[f"option{number + 1}"], option["text"], f"{place}: option")
            expect(cells[f"why{number + 1}"], option["why"], f"{place}: why")
    return f"{len(items)} rows with csv: every cell, and none that a spreadsheet would run"


# Aiken


def check_aiken(path, items):
    found = []
    stem, options = None, []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        line = line.strip(" \t\n\r\0\x0b")
        if len(line.encode("utf-8")) < 2:
            continue
        if re.match(r"[A-Z][).][ \t]?", line):
            options.append(line[2:].strip(" \t"))
        elif line.startswith("ANSWER:"):
            found.append((stem, options, ord(line[7:].strip()[0]) - ord("A")))
            stem, options = None, []
        else:
            expect(stem, None, f"two stems, the second {line!r}")
            stem = line
    expect(len(found), len(items), "number of questions")
    for (stem, options, key), item in zip(found, items):
        place = item["id"] or item["stem"]
        texts = ["True", "False"] if is_statement(item) else [o["text"] for o in item["options"]]
        wanted = re.sub("[ \t\n]+", " ", item["stem"])
        # What would be taken for something else stands after a zero-width space.
        expect(stem if stem == wanted else stem.removeprefix("\u200b"), wanted, f"{place}: stem")
        expect(options, [re.sub("[ \t\n]+", " ", text) for text in texts], f"{place}: options")
        expect(key, item["key"], f"{place}: key")
    return f"{len(items)} questions by Moodle's rules: stems, options, keys"


def check_lines(path, items):
    names = {"id", "topic", "form", "stem", "options", "key", "explanation", "sources"}
    for item in items:
        expect(set(item), names, item["id"])
    return f"{len(items)} objects with json: their properties"


CHECKS = {
    "items.jsonl": check_lines,
    "moodle.xml": check_moodle,
    "gift.txt": check_gift,
    "items.csv": check_table,
    "aiken.txt": check_aiken,
}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    lines = (folder / "items.jsonl").read_bytes().decode("utf-8").split("\n")
    items = [json.loads(line) for line in lines if line]
    if not items:
        sys.exit("items.jsonl holds no items")
    failed = False
    for name, check in CHECKS.items():
        try:
            print(f"{name}: {check(folder / name, items)}")
        except Difference as difference:
            failed = True
            print(f"{name}: DIFFERS: {difference}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
