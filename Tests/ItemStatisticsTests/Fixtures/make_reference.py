#!/usr/bin/env python3
"""Simulated tests, and what numpy and SciPy make of them.

    make_reference.py --seed 27 > reference.json
    make_reference.py --check reference.json

Needs `pip install numpy scipy`. `--check` works every number of a file out anew from the answers in
it, and ends with 1 if one is not what the file has.

A test is a list of questions, `[options, key]` each, and a list of people, a string of digits each:
the place of the option chosen, `-` for no answer. A place that the question does not have counts as
no answer. A figure is `[value, lower, upper]`, the number of people if they are fewer than 20, or
null if it is undefined.
"""

import argparse
import json
import math
import sys
from fractions import Fraction

import numpy as np
from scipy import optimize, special, stats

FEWEST = 20
GROUP = Fraction(27, 100)


# Answers

def simulate(source, people, questions, options=4, omitted=0.03):
    """People of normal ability before two-parameter logistic questions with uneven distractors."""
    ability = source.normal(size=people)
    asked, answers = [], []
    for place in range(questions):
        count = options[place] if isinstance(options, list) else options
        key = int(source.integers(count))
        slope, difficulty = source.lognormal(0, 0.3), source.normal(-0.5, 1)
        knows = source.random(people) < 1 / (1 + np.exp(-slope * (ability - difficulty)))
        pull = source.dirichlet(np.full(count, 2.0))
        chosen = np.where(knows, key, source.choice(count, size=people, p=pull))
        asked.append([count, key])
        answers.append(np.where(source.random(people) < omitted, -1, chosen))
    rows = ["".join("-" if place < 0 else str(place) for place in row) for row in zip(*answers)]
    return asked, rows


def odd(source):
    """A test with about everything that can be wrong with one."""
    asked, rows = simulate(source, 60, 12, options=[2, 3, 4, 5, 4, 4, 4, 4, 1, 4, 2, 5])
    people = [list(row) for row in rows]
    # A key at the wrong place.
    asked[2][1] = (asked[2][1] + 1) % 4
    for person in people:
        person[4] = str(asked[4][1])
        person[5] = str((asked[5][1] + 1) % 4)
        if person[6] == str((asked[6][1] + 2) % 4):
            person[6] = "-"
    # A key that is no option, and answers that are none.
    asked[9][1] = 7
    for person in people[::7]:
        person[3] = "9"
    return asked, ["".join(person) for person in people]


def tests(seed):
    source = np.random.default_rng(seed)
    made = {
        "427 people, 26 questions": simulate(source, 427, 26),
        "20 people, 5 questions": simulate(source, 20, 5),
        "30 people, 8 questions, many of the same score": simulate(source, 30, 8, omitted=0.1),
        "60 people, 12 odd questions": odd(source),
        "19 people": simulate(source, 19, 6),
        "one question": simulate(source, 25, 1),
        "two questions": simulate(source, 24, 2),
        "questions of two options": simulate(source, 101, 15, options=2, omitted=0),
        "everybody right": ([[4, 1], [3, 2], [4, 0]], ["120"] * 22),
        "nobody": ([[4, 1], [3, 2]], []),
    }
    return [{"name": name, "questions": asked, "people": rows}
            for name, (asked, rows) in made.items()]


# Figures

def figure(people, work):
    """What `work` gives, unless there are too few people for it."""
    if people < FEWEST:
        return people
    result = work()
    return None if result is None else [float(number) for number in result]


def share(count, people):
    bounds = stats.binomtest(count, people).proportion_ci(0.95, method="wilson")
    return count / people, bounds.low, bounds.high


def score_interval(p, size):
    """Where a score test of a share just keeps it; SciPy has it for whole numbers only."""
    z = special.ndtri(0.975)

    def excess(true):
        return (p - true) ** 2 - z * z * true * (1 - true) / size

    def root(low, high):
        return optimize.brentq(excess, low, high, xtol=1e-16, rtol=1e-15)

    # At either end the share itself is a root too, which is not the one wanted.
    if p in (0, 1):
        other = root(1e-9, 1) if p == 0 else root(0, 1 - 1e-9)
        return (0.0, other) if p == 0 else (other, 1.0)
    return root(0, p), root(p, 1)


def correlation(first, second):
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        return None
    result = stats.pearsonr(first, second)
    bounds = result.confidence_interval(0.95)
    return result.statistic, bounds.low, bounds.high


def mean(numbers):
    if len(numbers) < 2 or np.ptp(numbers) == 0:
        return None
    bounds = stats.t.interval(0.95, len(numbers) - 1, np.mean(numbers), stats.sem(numbers))
    return np.mean(numbers), *bounds


def deviation(numbers):
    if np.ptp(numbers) == 0:
        return None
    degrees, spread = len(numbers) - 1, np.std(numbers, ddof=1)
    ends = [spread * math.sqrt(degrees / stats.chi2.ppf(chance, degrees))
            for chance in (0.975, 0.025)]
    return spread, *ends


def alpha(right):
    people, questions = right.shape
    if questions < 2 or np.ptp(right.sum(axis=1)) == 0:
        return None
    covariances = np.cov(right, rowvar=False)
    value = questions / (questions - 1) * (1 - np.trace(covariances) / covariances.sum())
    facilities = right.mean(axis=0)
    kr20 = questions / (questions - 1) * (
        1 - (facilities * (1 - facilities)).sum() / np.var(right.sum(axis=1)))
    assert math.isclose(value, kr20, abs_tol=1e-12)
    ratio = stats.f(people - 1, (people - 1) * (questions - 1))
    return value, 1 - (1 - value) * ratio.ppf(0.975), 1 - (1 - value) * ratio.ppf(0.025)


def standard_error(right):
    reliability = alpha(right)
    if reliability is None:
        return None
    value, low, high = reliability
    spread = np.std(right.sum(axis=1), ddof=1)
    return [spread * math.sqrt(max(0, 1 - number)) for number in (value, high, low)]


def weights(scores, upper):
    """How much each person counts in a group of 27 %, as fractions."""
    sign = 1 if upper else -1
    result = []
    for score in scores:
        before = sum(sign * other > sign * score for other in scores)
        same = sum(other == score for other in scores)
        room = (GROUP * len(scores) - before) / same
        result.append(max(Fraction(0), min(Fraction(1), room)))
    return result


def difference(right, upper, lower):
    if upper is None:
        return None
    shares, bounds = [], []
    for group in (upper, lower):
        size = sum(group)
        p = float(sum(weight for weight, is_right in zip(group, right) if is_right) / size)
        shares.append(p)
        bounds.append(score_interval(p, float(size)))
    value = shares[0] - shares[1]
    return (value,
            value - math.hypot(shares[0] - bounds[0][0], bounds[1][1] - shares[1]),
            value + math.hypot(bounds[0][1] - shares[0], shares[1] - bounds[1][0]))


def corrected(result, options):
    if result is None or options < 2:
        return None
    return [(number - 1 / options) / (1 - 1 / options) for number in result]


def flags(question, right, discrimination, options, people):
    if people < FEWEST:
        return []
    count, key = question
    found = []
    if isinstance(discrimination, list) and discrimination[0] < 0:
        found.append("negative discrimination")
    others = [place for place in range(count) if place != key]
    if options and options[0]["exact"] is not None:
        of_key = options[key]["exact"] if key < count else 0
        found += [f"{place} beats the key" for place in others if options[place]["exact"] > of_key]
    found += [f"{place} unused" for place in others if options[place]["count"] == 0]
    if Fraction(int(right), people) > Fraction(95, 100):
        found.append("too easy")
    if count > 1 and Fraction(int(right), people) <= Fraction(1, count):
        found.append("too hard")
    return found


def expected(test):
    asked, people = test["questions"], len(test["people"])
    places = [[int(mark) if mark != "-" and int(mark) < asked[number][0] else -1
               for number, mark in enumerate(row)] for row in test["people"]]
    chosen = np.array(places, dtype=int).reshape(people, len(asked))
    right = np.array([[mark >= 0 and mark == asked[number][1] for number, mark in enumerate(row)]
                      for row in places], dtype=float).reshape(people, len(asked))
    scores = right.sum(axis=1)
    upper = lower = None
    if people and np.ptp(scores) > 0:
        upper, lower = weights(scores, True), weights(scores, False)

    def weighed(group, members):
        return sum((weight for weight, is_in in zip(group, members) if is_in), Fraction(0))

    questions = []
    for number, (count, key) in enumerate(asked):
        is_right, rest = right[:, number], scores - right[:, number]
        options = []
        for place in range(count):
            members = chosen[:, number] == place
            grouped = upper is not None and people >= FEWEST
            exact = weighed(upper, members) if grouped else None
            options.append({
                "count": int(members.sum()),
                "exact": exact,
                "groups": [float(exact), float(weighed(lower, members))] if grouped else None,
                "mean": figure(int(members.sum()), lambda: mean(rest[members])),
                "correlation": figure(people, lambda: correlation(members.astype(float), rest)),
            })
        hits = int(is_right.sum())
        facility = figure(people, lambda: share(hits, people))
        discrimination = figure(people, lambda: correlation(is_right, rest))
        questions.append({
            "facility": facility,
            "corrected": figure(people, lambda: corrected(facility, count)),
            "discrimination": discrimination,
            "difference": figure(people, lambda: difference(is_right, upper, lower)),
            "dropped": figure(people, lambda: alpha(np.delete(right, number, axis=1))),
            "unanswered": int((chosen[:, number] < 0).sum()),
            "flags": flags([count, key], hits, discrimination, options, people),
            "options": [{name: option[name] for name in option if name != "exact"}
                        for option in options],
        })
    return {
        "mean": figure(people, lambda: mean(scores)),
        "deviation": figure(people, lambda: deviation(scores)),
        "alpha": figure(people, lambda: alpha(right)),
        "error": figure(people, lambda: standard_error(right)),
        "formula": [formula(asked, row) for row in places],
        "questions": questions,
    }


def formula(asked, row):
    points = Fraction(0)
    for (count, key), mark in zip(asked, row):
        if mark >= 0 and mark == key:
            points += 1
        elif mark >= 0 and count > 1:
            points -= Fraction(1, count - 1)
    return float(points)


# Gains and distributions

def gains(seed):
    source = np.random.default_rng(seed + 1)
    pairs = [{"before": [], "after": []}]
    for people in (1, 2, 3, 12, 19, 20, 150):
        before = source.integers(0, 27, size=people)
        after = np.clip(before + source.integers(-3, 9, size=people), 0, 26)
        pairs.append({"before": list(before / 26), "after": list(after / 26)})
    pairs.append({"before": [0.25, 0.5, 0.75], "after": [0.5, 0.75, 1.0]})
    return pairs


def gain(pair):
    before, after = np.array(pair["before"]), np.array(pair["after"])
    if len(before) < 2 or np.ptp(after - before) == 0:
        return None
    bounds = stats.ttest_rel(after, before).confidence_interval(0.95)
    return [float(np.mean(after - before)), float(bounds.low), float(bounds.high)]


DISTRIBUTIONS = {
    "beta": lambda x, a, b: special.betainc(a, b, x),
    "beta quantile": lambda chance, a, b: special.betaincinv(a, b, chance),
    "gamma": lambda x, shape: special.gammainc(shape, x),
    "gamma quantile": lambda chance, shape: special.gammaincinv(shape, chance),
    "t": lambda chance, degrees: stats.t.ppf(0.5 + chance / 2, degrees),
    "f": lambda chance, above, below: stats.f.ppf(chance, above, below),
    "chi-squared": lambda chance, degrees: stats.chi2.ppf(chance, degrees),
}


def arguments_of_distributions():
    shapes = (0.5, 1, 2.5, 9.5, 213, 5325)
    chances = (0.001, 0.025, 0.5, 0.95, 0.975, 0.999)
    degrees = (1, 2, 3, 19, 426, 10_650, 100_000)
    for a in shapes:
        for b in shapes:
            for chance in chances:
                yield "beta quantile", [chance, a, b]
            for away in (0.25, 0.9, 1, 1.1):
                yield "beta", [min(0.999, away * a / (a + b)), a, b]
    for shape in shapes:
        for chance in chances:
            yield "gamma quantile", [chance, shape]
        for away in (0.25, 0.9, 1, 1.1, 2):
            yield "gamma", [away * shape, shape]
    for chance in chances:
        for above in degrees:
            yield "t", [chance, above]
            yield "chi-squared", [chance, above]
            for below in degrees:
                yield "f", [chance, above, below]


# The file

def worked(made):
    """A file with every expected number worked out from what it holds besides."""
    return {
        "seed": made["seed"],
        "tests": [{**test, "expected": expected(test)} for test in made["tests"]],
        "gains": [{**pair, "expected": gain(pair)} for pair in made["gains"]],
        "distributions": [
            {**case, "expected": float(DISTRIBUTIONS[case["name"]](*case["arguments"]))}
            for case in made["distributions"]],
    }


def make(seed):
    return worked({
        "seed": seed,
        "tests": tests(seed),
        "gains": gains(seed),
        "distributions": [{"name": name, "arguments": arguments}
                          for name, arguments in arguments_of_distributions()],
    })


def differing(ours, theirs, path="file"):
    """The places at which two files differ, by more than the last digits where it is numbers."""
    if isinstance(ours, float) or isinstance(theirs, float):
        both = all(isinstance(one, (int, float)) for one in (ours, theirs))
        if not both or not math.isclose(ours, theirs, rel_tol=1e-10, abs_tol=1e-11):
            yield f"{path}: {theirs} ought to be {ours}"
    elif isinstance(ours, dict) and isinstance(theirs, dict) and ours.keys() == theirs.keys():
        for name in ours:
            yield from differing(ours[name], theirs[name], f"{path}, {name}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for place, pair in enumerate(zip(ours, theirs)):
            yield from differing(*pair, f"{path} {place}")
    elif ours != theirs:
        yield f"{path}: {theirs} ought to be {ours}"


def check(path):
    with open(path, encoding="utf-8") as file:
        kept = json.load(file)
    faults = list(differing(worked(kept), kept))
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(f"{path}: {len(faults)} numbers are not what SciPy gives now.")
    print(f"{len(kept['tests'])} tests, {len(kept['gains'])} gains and "
          f"{len(kept['distributions'])} values of distributions are as SciPy gives them.")


def written(made):
    """JSON with a line for each question, person's answers packed, so that changes are legible."""
    def line(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def rows(values):
        return "[\n" + ",\n".join(map(line, values)) + "\n]"

    parts = []
    for test in made["tests"]:
        result = dict(test["expected"])
        questions = result.pop("questions")
        head = line({key: test[key] for key in ("name", "questions", "people")})[:-1]
        parts.append(f'{head},\n"expected":{line(result)[:-1]},"questions":{rows(questions)}}}}}')
    tests_text = "[\n" + ",\n".join(parts) + "\n]"
    return (f'{{"seed":{made["seed"]},\n"tests":{tests_text},\n"gains":{rows(made["gains"])},\n'
            f'"distributions":{rows(made["distributions"])}}}')


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seed", type=int, default=27, help="another one, other answers")
    options.add_argument("--check", metavar="FILE", help="compare with a file instead of printing")
    arguments = options.parse_args()
    if arguments.check:
        check(arguments.check)
    else:
        print(written(make(arguments.seed)))


if __name__ == "__main__":
    main()
