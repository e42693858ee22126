package import Classroom

/// A report as JSON for programs.
///
/// Keys never change their meaning, and each is always there; what there is none of is `null`. A
/// figure is `{"value":…,"lower":…,"upper":…}`, `{"tooFewAnswers":n}` with n people, or
/// `{"undefined":true}`. Shares go from 0 to 1, places of options count from 0, numbers of questions
/// from 1.
package struct ReportData: Encodable, Sendable {
  private let activity: ActivityData
  private let className: String?
  private let absent: [String]
  private let absentees: [AbsenteeData]
  private let sitting: Int
  private let sittings: [Int]
  private let pupils: [PupilData]
  private let topics: [TopicData]
  private let sections: [SectionData]
  private let mixUps: [MixUpData]
  private let gain: GainData?

  private enum CodingKeys: CodingKey {
    case activity, className, absent, absentees, sitting, sittings, pupils, topics, sections
    case mixUps, gain
  }

  /// Data of a report.
  ///
  /// - Parameters:
  ///   - report: What is told.
  ///   - comparison: The gain since an earlier activity; `nil` for none.
  package init(_ report: ClassReport, comparison: ReportComparison? = nil) {
    activity = ActivityData(report.activity)
    className = report.className
    absent = report.absent.map(\.name)
    absentees = report.absent.map(AbsenteeData.init)
    sitting = report.sitting
    sittings = report.sittings
    pupils = report.pupils.map(PupilData.init)
    topics = report.topics.map(TopicData.init)
    sections = report.sections.map(SectionData.init)
    mixUps = report.mixUps.map(MixUpData.init)
    gain = comparison.map(GainData.init)
  }

  /// Writes every key.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(activity, forKey: .activity)
    try container.encode(className, forKey: .className)
    try container.encode(absent, forKey: .absent)
    try container.encode(absentees, forKey: .absentees)
    try container.encode(sitting, forKey: .sitting)
    try container.encode(sittings, forKey: .sittings)
    try container.encode(pupils, forKey: .pupils)
    try container.encode(topics, forKey: .topics)
    try container.encode(sections, forKey: .sections)
    try container.encode(mixUps, forKey: .mixUps)
    try container.encode(gain, forKey: .gain)
  }
}
