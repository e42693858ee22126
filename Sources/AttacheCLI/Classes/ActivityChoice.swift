import Classroom
import QuizModel

/// Finds the activity and the class that a command is about.
struct ActivityChoice {
  /// What kind of activity is wanted.
  enum Wanted: String {
    case paper
    case game
    case homework
    case any = "paper, game or homework"

    /// Whether an activity is of the kind.
    func fits(_ activity: ClassActivity) -> Bool {
      switch (self, activity.kind) {
      case (.any, _), (.paper, .paper), (.game, .game), (.homework, .homework): true
      default: false
      }
    }

    /// What makes one.
    var command: String {
      switch self {
      case .paper, .any: "attache class paper"
      case .game: "attache class play"
      case .homework: "attache class assign"
      }
    }
  }

  let folder: ClassFolder

  /// The activity of an id, or else the latest of the kind.
  ///
  /// - Parameters:
  ///   - id: As it was typed.
  ///   - wanted: What kind it is to be.
  ///   - className: Only of this class, and of none; any where it is `nil`.
  /// - Returns: The activity.
  /// - Throws: ``ClassCommandError`` where there is none.
  func activity(
    _ id: String?,
    wanted: Wanted,
    className: String? = nil
  ) throws -> ClassActivity {
    if let id {
      let activity = try folder.activity(id)
      guard wanted.fits(activity) else {
        throw ClassCommandError.otherKind(activity.id, wanted: wanted.rawValue)
      }
      return activity
    }
    let fitting = try activities(of: className).filter(wanted.fits)
    // Letters marked by another paper's key would be wrong marks, without a word.
    if wanted == .paper, fitting.count > 1 {
      throw ClassCommandError.whichPaper(fitting.suffix(5).map(\.id))
    }
    guard let latest = fitting.last else {
      throw ClassCommandError.noActivity(wanted: wanted.rawValue, command: wanted.command)
    }
    return latest
  }

  /// What a class did, and what is nobody's in particular; the earliest first.
  ///
  /// - Parameter className: The class; everything where it is `nil`.
  /// - Returns: The activities.
  /// - Throws: ``ClassCommandError`` where there is no such class.
  func activities(of className: String?) throws -> [ClassActivity] {
    let classID = try className.map { try folder.schoolClass(named: $0).id }
    return try folder.activities().filter { activity in
      classID == nil || activity.classID == nil || activity.classID == classID
    }
  }

  /// The class that did an activity: the one named, else the one it was made for, else, of what was
  /// made for none, the only one.
  ///
  /// - Throws: ``ClassCommandError`` where that is none.
  func schoolClass(_ name: String?, of activity: ClassActivity) throws -> SchoolClass {
    guard name == nil, let id = activity.classID else {
      return try folder.schoolClass(named: name)
    }
    guard let own = try folder.classes().first(where: { $0.id == id }) else {
      throw ClassCommandError.classIsGone(activity.id)
    }
    return own
  }

  /// The class that an activity was made for, where that is another one than did it.
  func other(than schoolClass: SchoolClass, of activity: ClassActivity) throws -> SchoolClass? {
    try folder.classes().first { $0.id == activity.classID && $0.id != schoolClass.id }
  }
}
