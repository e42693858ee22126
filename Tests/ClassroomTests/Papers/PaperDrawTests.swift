import Classroom
import QuestionGenerator
import QuizModel
import TestSupport
import Testing

/// Papers, and their forms.
@Suite struct PaperDrawTests {
  @Test("the same wishes give the same paper, another seed another")
  func sameWishes() throws {
    let (one, two) = (try PaperBank(lands: 30), try PaperBank(lands: 30))
    for isParallel in [false, true] {
      let first = try one.draw(8, forms: 2, isParallel: isParallel, seed: 5)
      #expect(try two.draw(8, forms: 2, isParallel: isParallel, seed: 5) == first)
      #expect(try one.draw(8, forms: 2, isParallel: isParallel, seed: 5) == first)
      #expect(try one.draw(8, forms: 2, isParallel: isParallel, seed: 6) != first)
    }
  }

  @Test("more forms leave those before them as they are")
  func moreForms() throws {
    let bank = try PaperBank(lands: 30)
    let few = try bank.draw(8, forms: 2)
    let many = try bank.draw(8, forms: 30)
    #expect(many.questions == few.questions)
    #expect(Array(many.forms.prefix(2)) == few.forms)
    #expect(many.forms.map(\.letter).suffix(5) == ["Z", "AA", "AB", "AC", "AD"])
    #expect(Set(many.forms.map(\.letter)).count == 30)
  }

  @Test("every form asks every question once, its options in an order", arguments: [3, 4, 5])
  func permutations(_ options: Int) throws {
    let bank = try PaperBank(lands: 40)
    for seed in UInt64(0)..<6 {
      let drawn = try bank.draw(12, forms: 8, options: options, seed: seed)
      #expect(drawn.questions.count == 12)
      #expect(drawn.forms.count == 8)
      #expect(drawn.forms[0].questions == Array(0..<12))
      for form in drawn.forms {
        #expect(form.questions.sorted() == Array(0..<12))
        for (place, order) in zip(form.questions, form.optionOrders) {
          #expect(order.sorted() == Array(drawn.questions[place].options.indices))
        }
      }
      #expect(Set(drawn.forms.map(\.questions)).count == 8)
      for items in drawn.items {
        for item in items {
          let question = try #require(drawn.questions.first { $0.fact == item.fact })
          #expect(item.options[item.key] == question.options[question.key])
        }
      }
      #expect(try SampleActivity.of(.paper(drawn.forms), drawn.questions).isSound)
    }
  }

  @Test("what ascends stays so, what is shuffled differs while there are other orders")
  func optionOrders() throws {
    let bank = try PaperBank(lands: 40)
    var shuffled = 0
    for options in [3, 4] {
      let drawn = try bank.draw(12, forms: 30, options: options, seed: UInt64(options))
      for (place, question) in drawn.questions.enumerated() {
        let orders = drawn.forms.compactMap { form in
          form.questions.firstIndex(of: place).map { form.optionOrders[$0] }
        }
        #expect(orders.count == 30)
        if bank.hasFixedOptions(question.item) {
          #expect(Set(orders) == [Array(question.options.indices)])
        } else {
          let possible = (1...question.options.count).reduce(1, *)
          #expect(Set(orders.prefix(possible)).count == min(possible, 30))
          #expect(Set(orders.prefix(possible)) == Set(orders.prefix(30)) || possible > 30)
          shuffled += 1
        }
        if question.form == .trueFalse {
          #expect(question.options.map(\.text) == ["True", "False"])
        }
      }
    }
    #expect(shuffled > 5)
  }

  @Test("too few questions are counted, and so many can be had")
  func tooFew() throws {
    let bank = try PaperBank(lands: 12)
    for isParallel in [false, true] {
      var found = 0
      do {
        _ = try bank.draw(200, forms: 2, isParallel: isParallel)
        Issue.record("there are not so many")
      } catch PaperProblem.tooFewQuestions(let count, let wanted) {
        #expect(wanted == 200)
        found = count
      }
      #expect((5...24).contains(found))
      #expect(try bank.draw(found).questions.count == found)
    }
  }

  @Test("too few other facts for parallel forms are counted")
  func tooFewForms() throws {
    let bank = try PaperBank(lands: 20)
    do {
      _ = try bank.draw(6, forms: 50, isParallel: true)
      Issue.record("there are not so many")
    } catch PaperProblem.tooFewForms(let found, let wanted) {
      #expect(wanted == 50)
      #expect((1...6).contains(found))
    }
  }

  @Test("only questions of the difficulties that are wanted come")
  func difficulties() throws {
    let bank = try PaperBank(lands: 30) { blueprint in
      for (id, difficulty) in [("opened-year", "2"), ("opened-land", "-1"), ("seat", "0")] {
        blueprint[template: id]["difficulty"] = difficulty
      }
    }
    let ranges = [-2 ... -1, 0...0, 1...2, -1...0]
    for (range, isParallel) in zip(
      ranges + ranges,
      [false, false, false, false, true, true, true, true]
    ) {
      let drawn = try bank.draw(5, forms: 2, isParallel: isParallel, difficulties: range)
      #expect(Set(drawn.questions.map(\.difficulty)).isSubset(of: Set(range)))
      #expect(drawn.questions.count == (isParallel ? 10 : 5))
    }
    #expect(throws: PaperProblem.tooFewQuestions(found: 0, wanted: 5)) {
      try PaperBank(lands: 12).draw(5, difficulties: 1...2)
    }
  }

  @Test("the form of the questions is the one that is wanted")
  func formChoice() throws {
    let bank = try PaperBank(lands: 30)
    for isParallel in [false, true] {
      let statements = try bank.draw(6, forms: 2, form: .trueFalse, isParallel: isParallel)
      #expect(statements.questions.allSatisfy { $0.form == .trueFalse })
      let choices = try bank.draw(6, forms: 2, form: .multipleChoice, isParallel: isParallel)
      #expect(choices.questions.allSatisfy { $0.form == .multipleChoice })
    }
  }
}
