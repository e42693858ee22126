"""Checks a report's page as a browser shows and prints it.

Usage: check_report.py FILE.html …

Needs Python's standard library, Chromium, poppler-utils (pdftotext) and fontconfig (fc-list). The
browser is `chromium`, or what ATTACHE_CHROMIUM names. Prints a line for each file; ends with 1 if
one fails.
"""

import functools
import html.parser
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
FORBIDDEN = {"script", "iframe", "object", "embed", "link", "img", "form", "base", "video", "audio"}
BROWSER = os.environ.get("ATTACHE_CHROMIUM", "chromium")
LONG = 1500  # signs of a text that may need more than the page that it begins on
MARGIN = 30  # points at each side of a page that nothing may reach into


class Element:
    """An element, its attributes, and what it holds: elements and texts."""

    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent = name, attributes, parent
        self.content = []

    def walk(self):
        yield self
        for child in self.content:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *names):
        return [element for element in self.walk() if element.name in names]

    def has_class(self, name):
        return name in self.attributes.get("class", "").split()

    def text(self):
        return "".join(
            child if isinstance(child, str) else child.text() for child in self.content
        )


class Tree(html.parser.HTMLParser):
    """Reads a page strictly: every element that is opened is closed, in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None)
        self.place = self.root
        self.feed(text)
        self.close()
        assert self.place is self.root, f"<{self.place.name}> is never closed"

    def handle_starttag(self, name, attributes):
        names = [attribute for attribute, _ in attributes]
        assert len(names) == len(set(names)), f"<{name}> has an attribute twice"
        element = Element(name, {key: value or "" for key, value in attributes}, self.place)
        self.place.content.append(element)
        if name not in VOID:
            self.place = element

    def handle_endtag(self, name):
        assert self.place.name == name, f"</{name}> where <{self.place.name}> is open"
        self.place = self.place.parent

    def handle_data(self, text):
        if self.place.content and isinstance(self.place.content[-1], str):
            self.place.content[-1] += text
        else:
            self.place.content.append(text)


def outline(element):
    """What a page is made of, without blanks around its root."""
    result = []
    for child in element.content:
        if isinstance(child, Element):
            attributes = sorted(child.attributes.items())
            result.append((child.name, attributes, outline(child)))
        elif child.strip() or element.name not in ("", "html", "body"):
            result.append(child)
    return result


def check_structure(root):
    """Language, title, headings, tables, charts, and that nothing is fetched."""
    (page,) = root.all("html")
    assert page.attributes.get("lang"), "no language"
    (title,) = [element for element in root.all("title") if element.parent.name == "head"]
    assert title.text().strip(), "no title"
    assert len(root.all("h1")) == 1, "not exactly one h1"
    levels = [int(element.name[1]) for element in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1, "does not begin with its h1"
    for before, after in zip(levels, levels[1:]):
        assert after <= before + 1, f"an h{after} follows an h{before}"
    for heading in root.all("h1", "h2", "h3"):
        assert heading.text().strip(), "an empty heading"
    ids = [element.attributes["id"] for element in root.walk() if "id" in element.attributes]
    assert len(ids) == len(set(ids)), "an id stands twice"
    check_tables(root)
    check_charts(root, set(ids))
    check_addresses(root, set(ids))


def check_tables(root):
    assert root.all("table"), "no table"
    for table in root.all("table"):
        captions = [child for child in table.content if getattr(child, "name", "") == "caption"]
        assert len(captions) == 1 and captions[0].text().strip(), "a table without a caption"
        rows = table.all("tr")
        columns = [cell for cell in rows[0].content if isinstance(cell, Element)]
        for cell in columns:
            assert cell.name == "th" and cell.attributes.get("scope") == "col", "a column's th"
        for row in rows[1:]:
            cells = [cell for cell in row.content if isinstance(cell, Element)]
            assert len(cells) == len(columns), "a row of another length than the head"
            headings = [cell for cell in cells if cell.name == "th"]
            assert len(headings) == 1, "a row without one heading"
            assert headings[0].attributes.get("scope") == "row", "a row's th without scope"


def check_charts(root, ids):
    for chart in root.all("svg"):
        assert chart.attributes.get("role") == "img", "a chart that is no picture"
        names = chart.attributes.get("aria-labelledby", "").split()
        assert len(names) == 2 and set(names) <= ids, "a chart without title and description"
        for kind in ("title", "desc"):
            (element,) = chart.all(kind)
            assert element.text().strip() and element.attributes["id"] in names, kind


def check_addresses(root, ids):
    for element in root.walk():
        assert element.name not in FORBIDDEN, f"a <{element.name}>"
        for name, value in element.attributes.items():
            assert not name.startswith("on"), f"{name} on <{element.name}>"
            assert name not in ("src", "srcset", "style", "action", "data"), name
            if name in ("href", "xlink:href"):
                own = value.startswith("#") and value[1:] in ids
                cited = element.name == "a" and re.match(r"https?://", value)
                assert own or cited, f"leads to {value[:80]}"
    for sheet in root.all("style"):
        assert not re.search(r"@import|url\(|expression", sheet.text()), "a style that fetches"


class Listener:
    """A proxy that answers nothing and remembers which hosts it was asked for."""

    def __init__(self):
        self.hosts = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(2)
                try:
                    request = connection.recv(4096).decode("latin-1")
                except OSError:
                    continue
                target = (request.split() + ["", ""])[1]
                self.hosts.append(re.sub(r"^https?://", "", target).split("/")[0].split(":")[0])


def browse(*arguments, folder, port):
    return subprocess.run(
        [
            BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder}/profile", f"--proxy-server=http://127.0.0.1:{port}",
            *arguments,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    ).stdout.decode("utf-8")


def check_in_browser(file, text, root, folder):
    """The browser changes nothing of the page and asks no host that the page names."""
    listener = Listener()
    dumped = browse("--dump-dom", file.resolve().as_uri(), folder=folder, port=listener.port)
    listener.socket.close()
    assert outline(Tree(dumped).root) == outline(root), "the browser reads another page"
    named = set(re.findall(r"https?://([^/\s:\"'<>]+)", text))
    assert not named & set(listener.hosts), f"the page asked for {named & set(listener.hosts)}"


def bare(text):
    """A text as far as a PDF keeps it: no blanks, no ligatures, no marks of direction."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(
        sign for sign in text
        if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf", "Co", "Cn")
    )


@functools.cache
def has_font(sign):
    """Whether this machine can draw a sign; Latin letters it always can."""
    if ord(sign) < 0x250:
        return True
    command = ["fc-list", f":charset={ord(sign):x}"]
    return bool(subprocess.run(command, check=True, capture_output=True).stdout)


def is_kept(text):
    """Whether a PDF keeps the signs of a text in their order: from left to right, each alone."""
    return all(
        unicodedata.bidirectional(sign) not in ("R", "AL", "AN", "RLO", "RLE", "LRO", "RLI")
        and unicodedata.category(sign) not in ("Mn", "Me", "So", "Sk", "Cs")
        and has_font(sign)
        for sign in text
    )


def printed(text, size, folder, port):
    """The texts of the pages, in the order of writing, and the places of all words."""
    source, result = folder / f"{size}.html", folder / f"{size}.pdf"
    sheet = f"<style>@page {{ size: {size}; }}</style></head>"
    source.write_text(text.replace("</head>", sheet, 1), encoding="utf-8")
    browse(
        "--no-pdf-header-footer", f"--print-to-pdf={result}", source.as_uri(),
        folder=folder, port=port,
    )
    run = lambda *command: subprocess.run(command, check=True, capture_output=True).stdout
    raw = run("pdftotext", "-raw", str(result), "-").decode("utf-8", "replace")
    boxes = run("pdftotext", "-bbox", str(result), "-").decode("utf-8", "replace")
    boxes = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", boxes)
    return [bare(page) for page in raw.split("\f")[:-1]], ElementTree.fromstring(boxes)


def check_widths(boxes, size):
    expected = {"A4": (595, 842), "letter": (612, 792)}[size]
    space = "{http://www.w3.org/1999/xhtml}"
    for number, page in enumerate(boxes.iter(f"{space}page"), 1):
        width = float(page.get("width"))
        assert abs(width - expected[0]) < 2, f"page {number} is {width} points wide"
        words = list(page.iter(f"{space}word"))
        assert words, f"page {number} is empty"
        for word in words:
            inside = MARGIN <= float(word.get("xMin")) and float(word.get("xMax")) <= width - MARGIN
            assert inside, f"page {number}: {word.text!r} leaves the page"


def check_print(text, root, size, folder, port):
    """Every cell and name is on paper, no row or question is cut that a page has room for."""
    pages, boxes = printed(text, size, folder, port)
    check_widths(boxes, size)
    whole = "".join(re.sub(r"\d+/\d+$", "", page) for page in pages)
    told = root.all("td", "th", "h1", "h2", "h3", "figcaption", "caption")
    texts = [element.text() for element in told]
    texts += [element.text() for element in root.all("dd", "dt") for element in element.all("bdi")]
    texts += [element.text() for element in root.all("text")]
    for expected in texts:
        if is_kept(expected):
            # What is longer than a page has its foot and the next head in its midst.
            start = bare(expected)[:LONG]
            assert start in whole, f"{size}: not on paper: {expected[:80]!r}"
    for row in root.all("tr"):
        check_uncut(row, pages, f"{size}: a row")
    for block in root.all("section"):
        if block.has_class("question"):
            check_uncut(block, pages, f"{size}: a question")
    return len(pages)


def check_uncut(element, pages, what):
    text = element.text()
    expected = bare(text)
    if not is_kept(text) or any(expected in page for page in pages):
        return
    # What a page has no room for begins at the top of one, perhaps under the head of its table.
    start = expected[:12]
    tops = [page[: len(start) + 400] for page in pages]
    assert len(expected) > LONG and any(start in top for top in tops), (
        f"{what} is cut: {' '.join(text.split())[:80]!r}"
    )


def check(file):
    text = file.read_text(encoding="utf-8")
    root = Tree(text).root
    check_structure(root)
    with tempfile.TemporaryDirectory(prefix="attache-report-") as name:
        folder = Path(name)
        check_in_browser(file, text, root, folder)
        listener = Listener()
        counts = [
            check_print(text, root, size, folder, listener.port) for size in ("A4", "letter")
        ]
        listener.socket.close()
    tables, charts = len(root.all("table")), len(root.all("svg"))
    return f"{tables} tables, {charts} charts, {counts[0]} pages of A4, {counts[1]} of Letter"


def main():
    failed = False
    for name in sys.argv[1:]:
        try:
            print(f"{name}: {check(Path(name))}")
        except (AssertionError, ValueError) as problem:
            failed = True
            print(f"{name}: FAILED: {problem}")
    sys.exit(1 if failed or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
