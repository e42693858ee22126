#!/usr/bin/env python3
"""Prints the papers in a folder with Chromium, on A4 and on Letter, and reads what comes out.

Usage: check_papers.py FOLDER

Every .html file in the folder is taken. A form is known by its table of class "paper"; of any other
file, such as a key, only what holds for all is checked. Needs chromium, pdftotext (poppler-utils) and
the standard library. Prints a line for each file and size; exits with 1 if anything is wrong.
"""

import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET

SIZES = {"A4": (595.0, 842.0), "Letter": (612.0, 792.0)}
# What no printer reaches: text nearer to the edge than 5 mm is taken for clipped.
EDGE = 14.0
# Letters and digits that may well be more than a page; such an item alone may be divided.
LONG = 3000
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "href"}
FORBIDDEN = {"script", "link", "iframe", "object", "embed", "img", "base", "form", "video", "audio"}


class Page(html.parser.HTMLParser):
    """What a file says: its items, the letter of its form, its id, and what it could load."""

    VOID = {"meta", "br", "hr", "img", "link", "input", "col", "wbr", "base", "embed"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.problems, self.items, self.running, self.stack = [], [], "", []
        self.is_form, self.page_title = False, ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        classes = (attributes.get("class") or "").split()
        if tag in FORBIDDEN:
            self.problems.append(f"holds <{tag}>")
        for name, value in attributes.items():
            if name.startswith("on"):
                self.problems.append(f"runs a script: {name}")
            is_citation = tag == "a" and name == "href" and not self.is_form
            if name in LOADING and not is_citation:
                self.problems.append(f"could load {name}={value!r}")
            if is_citation and not re.match(r"https?://", value or ""):
                self.problems.append(f"links to {value!r}")
            if name == "style":
                self.problems.append("has a style attribute")
        if tag == "meta" and "http-equiv" in attributes:
            self.problems.append("has a meta http-equiv")
        if tag == "table" and "paper" in classes:
            self.is_form = True
        if tag == "div" and "item" in classes:
            self.items.append({"stem": "", "options": []})
        if tag == "li" and self.within("options"):
            self.items[-1]["options"].append("")
        if tag not in self.VOID:
            self.stack.append((tag, classes))

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop()[0] != tag:
            self.problems.append(f"</{tag}> closes nothing")

    def within(self, name):
        return any(name in classes for _, classes in self.stack)

    def handle_data(self, text):
        tags = [tag for tag, _ in self.stack]
        if "style" in tags:
            if re.search(r"url\s*\(|@import|@font-face|image-set|src\s*:", text):
                self.problems.append("its style sheet could load something")
        elif "title" in tags:
            self.page_title += text
        elif self.within("running"):
            self.running += text + " "
        elif self.within("stem") and self.is_form:
            self.items[-1]["stem"] += text
        elif self.within("options") and "li" in tags:
            self.items[-1]["options"][-1] += text


def letters(text):
    """What the fonts of any machine show of a text alike: its ASCII letters and digits."""
    return re.sub(r"[^A-Za-z0-9]", "", text)


def is_turned(text):
    """Whether part of a text runs from right to left, so that its letters come out in another order."""
    return any(unicodedata.bidirectional(c) in {"R", "AL", "RLE", "RLO", "RLI", "LRO"} for c in text)


def printed(source, size, folder):
    """The pages of a file: each one's size and words with their places; and each one's text.

    By their places words are read column by column, so the text is that of another run, in the
    order in which the page is drawn.
    """
    copy = folder / f"{source.stem}-{size}.html"
    text = source.read_text(encoding="utf-8")
    copy.write_text(
        text.replace("</head>", f"<style>@page{{size:{size}}}</style></head>", 1), encoding="utf-8"
    )
    pdf, boxes = copy.with_suffix(".pdf"), copy.with_suffix(".xml")
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}", copy.as_uri()],
        check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(boxes)], check=True, timeout=300)
    # What is no character of XML may stand in a text that is meant to do harm.
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", boxes.read_text("utf-8", "replace"))
    space = "{http://www.w3.org/1999/xhtml}"
    pages = []
    for page in ET.fromstring(clean).iter(space + "page"):
        words = [
            (float(w.get("xMin")), float(w.get("yMin")), float(w.get("xMax")), float(w.get("yMax")),
             w.text or "")
            for w in page.iter(space + "word")
        ]
        pages.append((float(page.get("width")), float(page.get("height")), words))
    raw = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], check=True, timeout=300, capture_output=True
    ).stdout.decode("utf-8", "replace")
    return pages, [letters(text) for text in raw.split("\f")[: len(pages)]]


def check_pages(page, pages, size):
    """What is wrong with the pages in general."""
    width, height = SIZES[size]
    for number, (page_width, page_height, words) in enumerate(pages, 1):
        where = f"page {number}"
        if abs(page_width - width) > 2 or abs(page_height - height) > 2:
            yield f"{where} is {page_width} by {page_height} points"
        text = " ".join(word[4] for word in words)
        wanted = f"Page {number} of {len(pages)}"
        if not re.search(rf"\b{wanted}\b", text):
            yield f"{where} does not say {wanted!r}"
        for x0, y0, x1, y1, word in words:
            if x0 < EDGE or x1 > page_width - EDGE or y0 < EDGE or y1 > page_height - EDGE:
                yield f"{where}: {word!r} is clipped at {x0:.0f}-{x1:.0f}, {y0:.0f}-{y1:.0f}"
        if page.is_form:
            # The head has the upper eighth of a page; the order of words in it is their own.
            head = {word[4] for word in words if word[3] < page_height / 8}
            missing = [word for word in page.running.split() if word not in head]
            if missing:
                yield f"{where} lacks {' '.join(missing)!r} in its head"


def check_items(page, texts):
    """Whether each item stands whole on one page, in order."""
    place, offset = 0, 0
    for number, item in enumerate(page.items, 1):
        if len(item["options"]) < 2:
            yield f"item {number} has {len(item['options'])} options"
        text = item["stem"] + "".join(item["options"])
        if is_turned(text):
            continue
        whole = letters(text)
        if len(whole) > LONG:
            whole = whole[-200:]
        found = texts[place].find(whole, offset)
        while found < 0 and place + 1 < len(texts):
            place, offset = place + 1, 0
            found = texts[place].find(whole)
        if found < 0:
            yield f"item {number} does not stand on one page: {item['stem'][:60]!r}"
            return
        offset = found + len(whole)


def check(path, folder):
    """Prints what is wrong with a file; returns whether nothing is."""
    page = Page(path.read_text(encoding="utf-8"))
    general = list(page.problems)
    if page.is_form:
        words = page.running.split()
        if words[:1] != ["Name"] or "Form" not in words or "Paper" not in words:
            general.append(f"its head is {page.running!r}")
        if not page.items:
            general.append("it has no items")
    is_sound = True
    for size in SIZES:
        pages, texts = printed(path, size, folder)
        problems = general + list(check_pages(page, pages, size))
        if page.is_form:
            problems += check_items(page, texts)
        is_sound = is_sound and not problems
        turned = sum(is_turned(item["stem"] + "".join(item["options"])) for item in page.items)
        skipped = f" ({turned} not looked for: they run from right to left)" if turned else ""
        kind = f"form, {len(page.items)} items{skipped}" if page.is_form else "other"
        print(f"{path.name}: {size}, {kind}, {len(pages)} pages: {'WRONG' if problems else 'ok'}")
        for problem in problems[:20]:
            print(f"  {problem}")
    return is_sound


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    files = sorted(pathlib.Path(sys.argv[1]).glob("*.html"))
    with tempfile.TemporaryDirectory() as folder:
        results = [check(path, pathlib.Path(folder)) for path in files]
    if not results:
        print("There is no .html file.")
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main()
