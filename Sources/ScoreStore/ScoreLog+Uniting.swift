import DurableFiles
package import FoundationEssentials
import GRDB
package import QuizModel

/// What came of uniting this log with another.
package struct UnionReport: Hashable, Sendable {
  /// A learner and how much they have done.
  package struct Standing: Hashable, Sendable {
    /// Who.
    package let learner: Learner
    /// Their answers that were not taken back.
    package let answers: Int
    /// The beginning of their id, which names them to commands.
    package let shortID: String
  }

  /// Two learners who may be one person.
  package struct Lookalikes: Hashable, Sendable {
    /// The one who was here before.
    package let own: Standing
    /// The one who came in.
    package let other: Standing
  }

  /// What became of the records.
  package var records: MergeReport
  /// Who was here before and in the file as well, by name.
  package let onBothSides: [Learner]
  /// Who is new here, by name.
  package let newcomers: [Learner]
  /// Who was united because it was asked for.
  package let united: [Learner]
  /// Newcomers whose names are like those of learners here.
  package let lookalikes: [Lookalikes]
}

/// That a learner of this log and one of a file are the same person.
package struct SamePerson: Hashable, Sendable {
  /// A name here, or an id.
  package let own: String
  /// A name in the file, or an id.
  package let other: String

  /// Two names or ids.
  package init(own: String, other: String) {
    self.own = own
    self.other = other
  }
}

extension ScoreLog {
  /// Unites this log with what a file holds: another log, a backup of one, or an export.
  ///
  /// In any order and any number of times the state is the same. What is not sound is left out and
  /// told; the file itself is only read.
  ///
  /// - Parameters:
  ///   - url: The file, or a pipe.
  ///   - isExport: Whether nothing but an export will do.
  ///   - same: Learners to be united at once.
  ///   - agreed: What may come over those who are here. If it is anything, a backup is made first.
  /// - Returns: What came in, and who is who.
  /// - Throws: `notAgreed` if something else than what was agreed to would come over those who are
  ///   here; `notTakenIn` with what is wrong with the file; `unknownLearner` or
  ///   `ambiguousLearner` for a name that is to be united, or what ``append(_:)`` throws.
  @discardableResult
  package func unite(
    with url: URL,
    isExport: Bool = false,
    same: [SamePerson] = [],
    agreed: IntakeEffects? = nil
  ) throws(ScoreStoreError) -> UnionReport {
    if let identity, identity == Disk.identity(of: url) {
      throw .notTakenIn(IntakeError(path: url.path, problem: .itself))
    }
    let folder = location?.folder ?? FileManager.default.temporaryDirectory
    let coder = RecordCoder()
    if agreed != nil { _ = try writeBackup(.merge) }
    let (intake, report) = try attempt {
      try IncomingFile.with(url, isExport: isExport, folder: folder) { file in
        let files = try file.keptFiles() ?? (KeptFiles(), [])
        return try changingFiles { db, change in
          let before = try people(in: db)
          let bystanders = try Bystanders(db, .merged)
          var intake = try RecordIntake(db, coder: coder)
          try intake.take(file.forEach)
          if let error = intake.report.error(path: file.path) { throw error }
          intake.leave(out: files.damaged)
          let listed = try peopleInFiles()
          try bystanders.effects(erasing: intake.erased, listed: listed).hold(agreed)
          let report = try compare(intake, with: before, uniting: same, path: url.path, in: db)
          if !files.sound.files.isEmpty || !intake.erased.isEmpty {
            _ = try change { own in try rules.unite(own, files.sound) }
          }
          return (intake, report)
        }
      }
    }
    var complete = report
    complete.records = try finish(intake)
    return complete
  }

  /// Everybody who has a name or a group, and who stands for them.
  private func people(in db: Database) throws -> [LearnerID: LearnerID] {
    let rows = try Row.fetchAll(db, sql: "SELECT learner, person FROM learners")
    return Dictionary(
      uniqueKeysWithValues: try rows.map { row in
        (
          LearnerID(try UUID(stored: row.required("learner"))),
          LearnerID(try UUID(stored: row.required("person")))
        )
      }
    )
  }

  /// Tells who is who after records came in, and unites whom it was asked for.
  private func compare(
    _ intake: RecordIntake,
    with before: [LearnerID: LearnerID],
    uniting same: [SamePerson],
    path: String,
    in db: Database
  ) throws -> UnionReport {
    let after = try people(in: db)
    let here = Set(before.keys.map { after[$0] ?? $0 })
    let there = Set(intake.named.map { after[$0] ?? $0 })
    let directory = try LearnerDirectory(db)
    var united: [Learner] = []
    for pair in same {
      let own = try directory.find(pair.own) { here.contains($0.id) }
      let other = try find(pair.other, in: directory, path) { there.contains($0.id) }
      let now = try people(in: db)
      if now[own.id] == now[other.id] { continue }
      united.append(try unite(own, other, in: db))
    }
    let now = try people(in: db)
    let newcomers = directory.everybody.filter { there.contains($0.id) && !here.contains($0.id) }
    let own = directory.everybody.filter { here.contains($0.id) }
    let alike = newcomers.flatMap { newcomer in
      own.filter { known in
        now[known.id] != now[newcomer.id]
          && NameLikeness.areAlike(known.name, newcomer.name)
      }.map { ($0, newcomer) }
    }
    return UnionReport(
      records: intake.report,
      onBothSides: own.filter { there.contains($0.id) },
      newcomers: newcomers,
      united: united,
      lookalikes: try alike.map { known, newcomer in
        UnionReport.Lookalikes(
          own: try standing(known, in: directory, db),
          other: try standing(newcomer, in: directory, db)
        )
      }
    )
  }

  private func find(
    _ name: String,
    in directory: LearnerDirectory,
    _ path: String,
    where isWanted: (Learner) -> Bool
  ) throws -> Learner {
    do throws(ScoreStoreError) {
      return try directory.find(name, where: isWanted)
    } catch {
      guard case .unknownLearner = error else { throw error }
      let known = directory.everybody.filter(isWanted)
      throw IntakeError(path: path, problem: .unknownLearner(name: name, known: known))
    }
  }

  private func standing(
    _ learner: Learner,
    in directory: LearnerDirectory,
    _ db: Database
  ) throws -> UnionReport.Standing {
    let answers = try Int.fetchOne(
      db,
      sql: """
        SELECT ifnull(sum(answers), 0) FROM tallies
        WHERE learner IN (\(ScoreLog.samePersonNumbers))
        """,
      arguments: [learner.id.uuid.text]
    )
    return UnionReport.Standing(
      learner: learner,
      answers: answers ?? 0,
      shortID: directory.shortID(of: learner)
    )
  }
}
