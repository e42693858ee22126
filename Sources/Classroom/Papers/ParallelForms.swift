import QuestionBank
import QuestionGenerator
import QuizModel

/// Draws forms that ask other facts than the first one, each as hard as it.
struct ParallelForms {
  /// How much the expected facilities of two forms may differ.
  static let tolerance = 0.05
  /// How many questions are tried for a place before a form is given up.
  private static let tries = 200
  /// The difference of facility, in hundredths, at which the same words twice are the lesser evil.
  private static let repetition = 10.0

  let generator: ItemGenerator
  let filter: ItemFilter
  let wishes: PaperWishes
  let facilities: MeasuredFacilities

  /// A question that may come.
  private struct Candidate {
    let item: Item
    let facility: Double
  }

  /// The items of the second and all further forms.
  ///
  /// - Parameter base: The items of the first form.
  /// - Returns: For each form as many items, each like the one at its place in form, topic as far
  ///   as the bank allows, and expected facility.
  /// - Throws: ``PaperProblem`` where there are too few facts; what the bank throws.
  func items(like base: [Item]) throws -> [[Item]] {
    var used = Set(base.map(\.fact))
    var pools = try pools(for: base)
    var forms: [[Item]] = []
    for _ in 1..<wishes.forms {
      let items = try form(like: base, without: used, pools: pools)
      guard let items else {
        throw PaperProblem.tooFewForms(found: forms.count + 1, wanted: wishes.forms)
      }
      used.formUnion(items.map(\.fact))
      for form in pools.keys { pools[form]?.removeAll { used.contains($0.item.fact) } }
      forms.append(items)
    }
    let means = ([base] + forms).map(facilities.mean(of:))
    let spread = (means.max() ?? 0) - (means.min() ?? 0)
    guard spread <= ParallelForms.tolerance else { throw PaperProblem.unequalForms(spread: spread) }
    return forms
  }

  /// Everything that may come, by form, in an order that the seed decides.
  private func pools(for base: [Item]) throws -> [Form: [Candidate]] {
    var pools: [Form: [Candidate]] = [:]
    for form in Set(base.map(\.form)) {
      var found: [Candidate] = []
      var random = SplitMix64(seed: StableHash(of: "\(wishes.seed)/pool/\(form.rawValue)").value)
      try filter.forEachTarget(form) { target throws(BankError) in
        let seed = random.next() >> 33
        guard
          let item = try generator.item(
            for: target,
            form: form,
            optionCount: wishes.optionCount,
            seed: seed
          )
        else { return true }
        found.append(Candidate(item: item, facility: facilities.facility(of: item)))
        return true
      }
      pools[form] = random.shuffled(found)
    }
    return pools
  }

  private func form(
    like base: [Item],
    without used: Set<FactID>,
    pools: [Form: [Candidate]]
  ) throws -> [Item]? {
    var chosen = IndependentItems(bank: filter.bank)
    var used = used
    var stems: Set<String> = []
    // What this form is easier than the first one so far; the next questions make up for it.
    var surplus = 0.0
    for item in base {
      let wanted = facilities.facility(of: item) - surplus
      let pool = (pools[item.form] ?? []).filter { !used.contains($0.item.fact) }
      var distances = pool.map { candidate in
        distance(of: candidate, from: item, wanted: wanted)
          + (stems.contains(candidate.item.stem) ? ParallelForms.repetition : 0)
      }
      var found: Candidate?
      for _ in 0..<ParallelForms.tries where found == nil {
        // Mostly the nearest one will do: to look for it takes less than to sort them all.
        guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }),
          distances[nearest] < .infinity
        else { break }
        distances[nearest] = .infinity
        if try chosen.admit(pool[nearest].item) { found = pool[nearest] }
      }
      guard let found else { return nil }
      used.insert(found.item.fact)
      stems.insert(found.item.stem)
      surplus += found.facility - facilities.facility(of: item)
    }
    return chosen.items
  }

  /// How unlike a question is: facility in steps of a hundredth, then the topic.
  private func distance(of candidate: Candidate, from item: Item, wanted: Double) -> Double {
    let difference = (abs(candidate.facility - wanted) * 100).rounded()
    return difference + (candidate.item.topic == item.topic ? 0 : 0.5)
  }
}
