import Classroom
import Foundation
import QuestionBank
import ScoreStore

/// Looks through everything that is kept beside the log: classes, and banks of one's own.
struct HomeCheck {
  private let environment: Environment
  private let folder: URL

  /// The check of a data folder.
  init(of folder: URL, in environment: Environment) {
    self.environment = environment
    self.folder = folder
  }

  /// What is wrong: one sentence a finding, each with its file.
  ///
  /// - Complexity: Reads each file, and compiles each bank.
  func findings() -> [String] { classes() + banks() }

  /// That everything is sound.
  ///
  /// - Parameters:
  ///   - records: How many records the log holds.
  ///   - counts: How many files there are beside it.
  /// - Returns: A sentence.
  static func sound(
    records: Int,
    _ counts: (classes: Int, activities: Int, banks: Int)?
  ) -> String {
    let parts = [
      counts.map { ($0.classes, CountWords.count($0.classes, "class", "classes")) },
      counts.map { ($0.activities, CountWords.count($0.activities, "activity", "activities")) },
      counts.map {
        ($0.banks, CountWords.count($0.banks, "bank of your own", "banks of your own"))
      },
    ].compactMap { $0 }.filter { $0.0 > 0 }.map(\.1)
    return "Sound: \(([CountWords.count(records, "record")] + parts).joined(separator: ", "))."
  }

  /// How many classes and activities, and how many banks there are to look at.
  var counts: (classes: Int, activities: Int, banks: Int) {
    let files = names(in: "classes")
    return (
      files.count { $0.hasSuffix(ClassFile.classEnding) },
      files.count { $0.hasSuffix(ClassFile.activityEnding) },
      bankNames.count
    )
  }

  private func classes() -> [String] {
    names(in: "classes").compactMap { name in
      let file = folder.appendingPathComponent("classes").appendingPathComponent(name)
      do {
        try ClassFolder.check(file)
        return nil
      } catch {
        return words(error)
      }
    }
  }

  private func banks() -> [String] {
    bankNames.compactMap { name in
      let bank = BankFolder(folder.appendingPathComponent("banks").appendingPathComponent(name))
      do throws(BankError) {
        _ = try BankOpener(cache: nil, version: programVersion).openFresh(bank, reversed: false)
        return nil
      } catch {
        return words(error)
      }
    }
  }

  private var bankNames: [String] {
    names(in: "banks").filter { name in
      let path = folder.appendingPathComponent("banks/\(name)/datapackage.json").path
      return FileManager.default.fileExists(atPath: path)
    }
  }

  private func names(in inner: String) -> [String] {
    let path = folder.appendingPathComponent(inner).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private func words(_ error: any Error) -> String {
    let text = ErrorPresenter.present(error)?.text ?? "\(error)"
    return text.trimmingCharacters(in: .newlines)
  }
}
