#!/usr/bin/env python3
"""Random histories of answers, and what PyPI's package `fsrs` makes of them.

    make_histories.py --seed 6 --count 500 > fsrs-histories.txt
    make_histories.py --check fsrs-histories.txt --count 50

Needs `pip install 'fsrs==6.3.*'`. With fuzzing off and no learning or relearning steps the package
is plain FSRS-6. It rounds elapsed time down to whole days, so that gaps here are whole days (1 to
400) or shorter than one day, to the millisecond.

A line that starts with # is a comment and tells the seed. A line without words starts a history.
Each other line is one answer:

    GAP RATING STABILITY DIFFICULTY LATER RETRIEVABILITY

GAP is in milliseconds since the answer before, 0 for the first; RATING is 1 to 4; STABILITY, in
days, and DIFFICULTY hold after the answer; RETRIEVABILITY holds LATER days after it. Numbers have
as many digits as bring back the same double.
"""

import argparse
import random
import re
import sys
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

DAY = 86_400_000
START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def histories(seed, count):
    """Yields lists of lines, one list a history; a longer run starts with the same histories."""
    source = random.Random(seed)
    scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    for _ in range(count):
        card = Card(card_id=1, due=START)
        moment = START
        lines = []
        for place in range(source.randint(1, 30)):
            if place == 0:
                gap = 0
            elif source.random() < 0.3:
                gap = source.randrange(DAY)
            elif source.random() < 0.5:
                gap = DAY * source.randint(1, 10)
            else:
                gap = DAY * source.randint(1, 400)
            rating = source.randint(1, 4)
            later = source.choice([0, source.randint(1, 30), source.randint(1, 1000)])
            moment += timedelta(milliseconds=gap)
            card, _ = scheduler.review_card(card, Rating(rating), moment)
            recall = scheduler.get_card_retrievability(card, moment + timedelta(days=later))
            lines.append(
                f"{gap} {rating} {card.stability!r} {card.difficulty!r} {later} {recall!r}"
            )
        yield lines


def read(path):
    """The seed and the histories of a file."""
    seed, found = None, []
    with open(path, encoding="ascii") as file:
        for line in file:
            line = line.strip()
            if line.startswith("#"):
                match = re.search(r"seed (\d+)", line)
                seed = int(match.group(1)) if match else seed
            elif not line:
                found.append([])
            else:
                found[-1].append(line)
    if seed is None:
        sys.exit(f"{path}: no comment tells the seed.")
    return seed, found


def differs(ours, theirs):
    """Whether two answers differ by more than the last digits, which another libm may change."""
    mine, others = ours.split(), theirs.split()
    if [mine[0], mine[1], mine[4]] != [others[0], others[1], others[4]]:
        return True
    pairs = [(float(mine[place]), float(others[place])) for place in (2, 3, 5)]
    return any(abs(one - other) > 1e-9 * abs(other) for one, other in pairs)


def check(path, count):
    """Ends with a message unless the file starts with the histories made now."""
    seed, kept = read(path)
    if len(kept) < count:
        sys.exit(f"{path} holds {len(kept)} histories, fewer than {count}.")
    answers = 0
    for place, (made, found) in enumerate(zip(histories(seed, count), kept)):
        if len(made) != len(found) or any(map(differs, made, found)):
            sys.exit(f"{path}: history {place + 1} is not what the package gives now.")
        answers += len(made)
    print(f"{count} histories with {answers} answers are as the package gives them.")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=6, help="another one, other histories")
    options.add_argument("--count", type=int, default=500, help="how many histories")
    options.add_argument("--check", metavar="FILE", help="compare with a file instead of printing")
    arguments = options.parse_args()
    if arguments.check:
        check(arguments.check, arguments.count)
        return
    print(f"# made by make_histories.py with seed {arguments.seed}")
    for lines in histories(arguments.seed, arguments.count):
        print("\n" + "\n".join(lines))


if __name__ == "__main__":
    main()
