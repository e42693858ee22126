"""Makes the homes of version 1.0.0 that its successors have to open, and what it said of them.

usage: make_homes.py ATTACHE FOLDER [NAME ...]

ATTACHE is the program of version 1.0.0 with its banks beside it; faketime has to be installed.
FOLDER gets an archive for a learner, a teacher and a player, or for those named: data/ is the home, work/ the folder in
which commands were given, printed/ what 1.0.0 said of the home on 10 October 2026 at noon in UTC,
a file for each command, whose words commands.json lists.
Names and ids are drawn anew each time, so a second run gives other homes of the same kind.
"""

import gzip
import io
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zlib

LOOKED_AT = "2026-10-10 12:00:00"


class Home:
    """A home folder, and a person in front of it."""

    def __init__(self, program, user):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="attache-home-"))
        self.work = self.folder / "work"
        self.work.mkdir()
        self.data = self.folder / "data" / "attache"
        self.variables = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CACHE_HOME": str(pathlib.Path(tempfile.gettempdir()) / "attache-homes-cache"),
            "USER": user,
            "LOGNAME": user,
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "NO_FAKE_STAT": "1",
        }
        self.random = random.Random(zlib.crc32(user.encode()))
        self.known = {}

    def command(self, moment, words):
        return ["faketime", moment, self.program, *words]

    def run(self, moment, *words, text="", code=0):
        """Runs a command to its end and returns what it printed."""
        done = subprocess.run(
            self.command(moment, words), input=text.encode(), capture_output=True,
            env=self.variables, cwd=self.work,
        )
        if done.returncode != code:
            raise SystemExit(f"{words}: {done.returncode}\n{done.stdout.decode()}{done.stderr.decode()}")
        return done.stdout.decode()

    def play(self, moment, *words, extra=()):
        """Plays a game: what was told once is known again, mostly; the rest is guessed."""
        extra = list(extra)
        program = subprocess.Popen(
            self.command(moment, words), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, env=self.variables, cwd=self.work,
        )
        seen = ""
        for _ in range(1000):
            chunk = os.read(program.stdout.fileno(), 65536)
            if not chunk:
                break
            seen += chunk.decode()
            if not seen.endswith("> "):
                continue
            reply = self.reply(seen, extra)
            seen = ""
            program.stdin.write((reply + "\n").encode())
            program.stdin.flush()
        if program.wait() != 0:
            raise SystemExit(f"{words}: {program.returncode}\n{seen}")

    def reply(self, seen, extra):
        prompt = seen.rsplit("\n", 1)[-1]
        if "Enter" in prompt:
            self.learn(" ".join(seen.split()))
            can_undo = "undo" in prompt and extra and extra[0] == "undo"
            return extra.pop(0) if can_undo else ""
        options = dict(re.findall(r"^  (\w)\) (.+)$", seen, re.M))
        question = re.search(r"^\d+ of \d+ · .*\n((?:.+\n)+)", seen, re.M)
        if question:
            self.stem = question[1].split("\n  a) ")[0]
        self.chosen = None
        if extra and extra[0] != "undo":
            return extra.pop(0)
        known = self.known.get(self.stem)
        if not options:
            return known or "skip"
        letter = next((key for key, text in options.items() if text == known), None)
        if letter is None or self.random.random() < 0.2:
            letter = self.random.choice(sorted(options))
        self.chosen = options[letter]
        return letter

    def learn(self, verdict):
        told = re.search(r"The answer is (?:\w\) )?(.+?)\. ", verdict)
        if told:
            self.known[self.stem] = told[1]
        elif "Right, +" in verdict and self.chosen:
            self.known[self.stem] = self.chosen


def learner(program):
    home = Home(program, "ada")
    home.run("2026-09-01 17:00:00", "learner", "add", "Ada Lovelace")
    home.play("2026-09-01 17:01:00", "play", "--seed", "1", "--questions", "15",
              "--form", "multiple-choice", extra=["hint", "flag the picture is missing", "undo"])
    home.run("2026-09-01 17:20:00", "trip", "2026-12-12", "--per-day", "20")
    for day in range(2, 27):
        if day % 7 == 0:
            continue
        moment = f"2026-09-{day:02} 18:30:00"
        home.play(moment, "study", "--seed", str(day), "--questions", "12",
                  extra=["undo"] if day % 5 == 0 else ["hint"] if day % 4 == 0 else [])
    home.run("2026-09-27 10:00:00", "trip", "--topic", "africa", "--topic", "ruptures")
    home.play("2026-09-27 10:05:00", "play", "--seed", "77", "--questions", "10",
              "--form", "typed", "--topic", "africa")
    home.run("2026-09-28 09:00:00", "learner", "add", "Ben")
    for day in (28, 29):
        home.play(f"2026-09-{day} 09:10:00", "play", "--seed", str(day), "--questions", "12",
                  "--form", "mixed", extra=["flag Grüße — 要確認"])
    home.run("2026-09-29 10:00:00", "learner", "rename", "Ben", "Benjamin Côté")
    home.run("2026-09-30 08:00:00", "learner", "add", "Ada L.")
    home.play("2026-09-30 08:01:00", "play", "--seed", "5", "--questions", "10",
              "--form", "true-false")
    home.run("2026-09-30 09:00:00", "learner", "unite", "Ada Lovelace", "Ada L.", "--yes")
    (home.work / "rivers.gift").write_text(RIVERS)
    home.run("2026-10-01 08:00:00", "import", "gift", "rivers.gift")
    for day in (1, 3, 6):
        home.play(f"2026-10-{day:02} 08:10:00", "play", "--bank", "rivers", "--seed", str(day),
                  "--questions", "5", "--form", "multiple-choice")
    home.run("2026-10-07 08:00:00", "learner", "use", "Ada Lovelace")
    home.play("2026-10-08 18:30:00", "study", "--seed", "40", "--questions", "12")
    return home, {
        "scores.json": ["scores", "--json"],
        "scores.txt": ["scores"],
        "stats.json": ["stats", "--json"],
        "stats.txt": ["stats"],
        "stats-rivers.json": ["stats", "--json", "--bank", "rivers"],
        "history.json": ["history", "--json", "--sessions", "100"],
        "history.txt": ["history"],
        "trip.json": ["trip", "--json"],
        "learners.json": ["learner", "list", "--json"],
        "learners.txt": ["learner", "list"],
        "banks.txt": ["bank", "list"],
        "export.jsonl": ["data", "export", "--json"],
        "answers.csv": ["data", "export", "--csv"],
        "check.txt": ["data", "check"],
    }


def teacher(program):
    home = Home(program, "keller")
    draw = home.random
    home.run("2026-09-14 07:00:00", "learner", "add", "Frau Keller")
    home.play("2026-09-14 07:01:00", "play", "--seed", "3", "--questions", "12")
    (home.work / "names.csv").write_text("name\n" + "\n".join(NAMES) + "\n")
    home.run("2026-09-14 07:30:00", "class", "import", "7b", "names.csv")
    home.run("2026-09-14 07:31:00", "class", "new", "8a", "--pseudonyms")
    home.run("2026-09-14 07:32:00", "class", "add", "8a", *OTHERS)
    home.run("2026-09-14 07:40:00", "class", "paper", "--class", "7b", "--questions", "10",
             "--forms", "2", "--form", "multiple-choice", "--seed", "3", "--output", "paper")
    rows = []
    for number in range(1, len(NAMES) + 1):
        letters = "".join(draw.choice("aabc-") for _ in range(10))
        rows.append(f"{number},{'AB'[number % 2]},{letters}")
    (home.work / "answers.csv").write_text("\n".join(rows) + "\n")
    home.run("2026-09-21 12:00:00", "class", "mark", "answers.csv", "--day", "2026-09-21")
    home.run("2026-09-23 09:00:00", "class", "play", "--class", "8a", "--questions", "4",
             "--form", "multiple-choice", "--seed", "8", text="a b c a b\n\n\n" * 4)
    home.run("2026-09-24 09:00:00", "class", "play", "--teams", "3", "--questions", "3",
             "--form", "multiple-choice", "--seed", "9", text="a b c\n\n\n" * 3)
    home.run("2026-09-25 09:00:00", "class", "assign", "--class", "7b", "--questions", "6",
             "--form", "multiple-choice", "--seed", "11", "--deadline", "2026-10-02",
             "--tries", "2", "--output", "homework.json")
    for number, name in enumerate(NAMES[:3]):
        pupil = Home(program, f"pupil{number}")
        (pupil.work / "homework.json").write_bytes((home.work / "homework.json").read_bytes())
        moment = f"2026-{'10-04' if number == 2 else '09-28'} 16:00:00"
        pupil.play(moment, "play", "--assignment", "homework.json", "--name", name,
                   "--output", "result.json")
        (home.work / f"result-{number}.json").write_bytes(
            (pupil.work / "result.json").read_bytes())
        shutil.rmtree(pupil.folder)
    home.run("2026-10-05 07:00:00", "class", "collect",
             "result-0.json", "result-1.json", "result-2.json")
    home.run("2026-10-06 07:00:00", "class", "remove", "7b", NAMES[4])
    activities = sorted(
        path.name.removesuffix(".activity.json")
        for path in (home.data / "classes").glob("*.activity.json"))
    commands = {
        "scores.json": ["scores", "--json"],
        "history.json": ["history", "--json", "--sessions", "100"],
        "classes.txt": ["class", "list"],
        "class-7b.json": ["class", "show", "7b", "--json"],
        "class-8a.json": ["class", "show", "8a", "--json"],
        "export.jsonl": ["data", "export", "--json"],
        "answers.csv": ["data", "export", "--csv"],
        "check.txt": ["data", "check"],
        "banks.txt": ["bank", "list"],
    }
    for activity in activities:
        report = ["class", "report", activity]
        commands[f"report-{activity}.json"] = [*report, "--json"]
        commands[f"report-{activity}.csv"] = [*report, "--csv"]
        commands[f"report-{activity}-questions.csv"] = [*report, "--csv-questions"]
        commands[f"report-{activity}.txt"] = report
    return home, commands


def player(program):
    """Somebody who plays whatever comes: 50 games of ten questions, statements among them."""
    home = Home(program, "grace")
    home.run("2026-08-01 17:00:00", "learner", "add", "Grace Hopper")
    for game in range(50):
        home.play(f"2026-08-{2 + game // 2:02} {9 + 8 * (game % 2)}:00:00", "play",
                  "--seed", str(game + 1))
    return home, {
        "scores.json": ["scores", "--json"],
        "stats.json": ["stats", "--json"],
        "history.json": ["history", "--json", "--sessions", "100"],
        "export.jsonl": ["data", "export", "--json"],
        "answers.csv": ["data", "export", "--csv"],
        "check.txt": ["data", "check"],
    }


def archive(home):
    """All that was made, the same bytes for the same files."""
    log = sqlite3.connect(home.data / "log.sqlite")
    log.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    log.execute("VACUUM")
    log.close()
    for name in ("log.sqlite-wal", "log.sqlite-shm"):
        (home.data / name).unlink(missing_ok=True)
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for top in ("data", "work", "printed"):
            for path in sorted((home.folder / top).rglob("*")):
                entry = tar.gettarinfo(path, str(path.relative_to(home.folder)))
                entry.uid = entry.gid = 0
                entry.uname = entry.gname = ""
                entry.mtime = 1_790_000_000
                with open(path, "rb") if entry.isfile() else io.BytesIO() as file:
                    tar.addfile(entry, file)
    return gzip.compress(raw.getvalue(), 9, mtime=0)


NAMES = [
    "Ada Lee", "Ben Okoro", "Zoë Brandt", "Émile Çelik", "Nguyễn Thị Hoa", "Sofia Rossi",
    "Jonas Müller", "Aylin Yıldız", "Omar Haddad", "Lena Weiß", "Tom O'Brien", "Mia Nowak",
    "Kim Min-ji", "Paul Surname", "Ida Ångström", "José García", "Ines Peña", "Yusuf Demir",
    "Anna-Lena Vogt", "Łukasz Wójcik", "Chloé Dubois", "Ravi Singh", "Emma Schmidt", "李小龍",
]
OTHERS = ["Aaron Beta", "Beate Gamma", "Carl Delta", "Dora Epsilon", "Emil Zeta"]
RIVERS = """$CATEGORY: Rivers and seas

::Nile:: Which river flows through Cairo? { =the Nile#Yes. ~the Rhine ~the Volga }

::Danube:: Which river flows through Vienna? { =the Danube ~the Elbe ~the Oder }

::Aral:: Which sea has lost most of its water since 1960? { =the Aral Sea ~the Dead Sea ~the Black Sea }

::Baltic:: The Baltic Sea is a part of the Atlantic Ocean. {T}

::Amazon:: Which river carries most water? { =the Amazon ~the Congo ~the Ganges ~the Mekong }
"""


def main():
    program, target = os.path.realpath(sys.argv[1]), pathlib.Path(sys.argv[2])
    homes = {"learner": learner, "teacher": teacher, "player": player}
    for name in sys.argv[3:] or homes:
        make = homes[name]
        home, commands = make(program)
        printed = home.folder / "printed"
        printed.mkdir()
        for file, words in commands.items():
            (printed / file).write_text(home.run(LOOKED_AT, *words))
        (printed / "commands.json").write_text(json.dumps(commands, indent=1))
        (target / f"{name}-1.0.0.tar.gz").write_bytes(archive(home))
        shutil.rmtree(home.folder)


main()
