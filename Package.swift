// swift-tools-version: 6.1
import PackageDescription

/// What every Swift target is built with.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

/// The tests of one target, in a folder named after it.
func tests(
  of target: String,
  needing others: [Target.Dependency] = [],
  resources: [String] = []
) -> Target {
  .testTarget(
    name: "\(target)Tests",
    dependencies: [.byName(name: target)] + others,
    exclude: resources,
    swiftSettings: settings
  )
}

// Each target may import only what stands below it; Tests/ArchitectureTests reads the import lines.
let package = Package(
  name: "attache",
  products: [.executable(name: "attache", targets: ["attache"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .executableTarget(name: "attache", dependencies: ["AttacheCLI"], swiftSettings: settings),
    .executableTarget(
      name: "attache-bench",
      dependencies: [
        "GameSession", "QuestionBank", "QuestionGenerator", "LearningModel", "QuizModel", "Study",
        "ScoreStore", "Classroom", "Exchange", "ItemStatistics",
      ],
      swiftSettings: settings
    ),
    .target(
      name: "AttacheCLI",
      dependencies: [
        "QuizModel", "QuestionBank", "QuestionGenerator", "LearningModel", "Study", "GameSession",
        "ScoreStore", "LineEditing", "TerminalUI", "Classroom", "ItemStatistics", "Exchange",
        "DurableFiles", argumentParser,
      ],
      swiftSettings: settings
    ),
    .target(
      name: "Exchange",
      dependencies: [
        "QuizModel", "QuestionBank", "Classroom", "ItemStatistics", "CZipShim", grdb, grdbSQLite,
      ],
      swiftSettings: settings
    ),
    .target(name: "CZipShim", linkerSettings: [.linkedLibrary("zip")]),
    .target(
      name: "Classroom",
      dependencies: [
        "QuizModel", "QuestionBank", "QuestionGenerator", "GameSession", "ItemStatistics",
      ],
      swiftSettings: settings
    ),
    .target(name: "ItemStatistics", swiftSettings: settings),
    .target(
      name: "TerminalUI",
      dependencies: ["QuizModel", "GameSession", "Study", "Classroom", "ItemStatistics"],
      swiftSettings: settings
    ),
    .target(name: "LineEditing", dependencies: ["CReadlineShim"], swiftSettings: settings),
    .target(name: "CReadlineShim", linkerSettings: [.linkedLibrary("readline")]),
    .target(
      name: "ScoreStore",
      dependencies: ["QuizModel", "DurableFiles", systemPackage, grdb, grdbSQLite],
      swiftSettings: settings
    ),
    .target(
      name: "DurableFiles",
      dependencies: ["CDiskShim", systemPackage],
      swiftSettings: settings
    ),
    .target(name: "CDiskShim"),
    .target(
      name: "Study",
      dependencies: ["QuizModel", "QuestionBank", "QuestionGenerator", "LearningModel"],
      swiftSettings: settings
    ),
    .target(
      name: "GameSession",
      dependencies: ["QuizModel", "QuestionGenerator"],
      swiftSettings: settings
    ),
    .target(
      name: "QuestionGenerator",
      dependencies: ["QuizModel", "QuestionBank"],
      swiftSettings: settings
    ),
    .target(
      name: "QuestionBank",
      dependencies: ["QuizModel", grdb, grdbSQLite, yams],
      swiftSettings: settings
    ),
    .target(name: "LearningModel", dependencies: ["QuizModel"], swiftSettings: settings),
    .target(name: "QuizModel", swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: ["QuizModel", "LineEditing"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    tests(of: "QuizModel", needing: ["TestSupport"]),
    tests(
      of: "LearningModel",
      needing: ["QuizModel", "TestSupport"],
      resources: ["Fixtures"]
    ),
    tests(
      of: "QuestionBank",
      needing: ["QuizModel", "TestSupport", grdb],
      resources: ["Fixtures"]
    ),
    tests(
      of: "QuestionGenerator",
      needing: ["QuizModel", "QuestionBank", "TestSupport"],
      resources: ["Fixtures"]
    ),
    tests(of: "GameSession", needing: ["QuizModel", "TestSupport"]),
    tests(of: "Study", needing: ["QuizModel", "QuestionBank", "LearningModel", "TestSupport"]),
    tests(
      of: "TerminalUI",
      needing: ["QuizModel", "GameSession", "Study", "Classroom", "ItemStatistics", "TestSupport"],
      resources: ["Snapshots", "Classroom/Snapshots"]
    ),
    tests(of: "LineEditing"),
    tests(of: "ItemStatistics", needing: ["QuizModel", "TestSupport"], resources: ["Fixtures"]),
    tests(
      of: "Classroom",
      needing: [
        "QuizModel", "QuestionBank", "QuestionGenerator", "GameSession", "ItemStatistics",
        "ScoreStore", "TestSupport",
      ],
      resources: ["Fixtures"]
    ),
    tests(
      of: "Exchange",
      needing: [
        "QuizModel", "QuestionBank", "QuestionGenerator", "Classroom", "ItemStatistics",
        "TestSupport", grdb,
      ],
      resources: [
        "Fixtures", "Packages/check_packages.py", "TextFormats/check_text_formats.py",
        "Papers/check_papers.py", "Reports/check_report.py",
      ]
    ),
    tests(
      of: "ScoreStore",
      needing: ["QuizModel", "DurableFiles", systemPackage, grdb],
      resources: ["Fixtures"]
    ),
    tests(of: "DurableFiles", needing: [systemPackage]),
    tests(
      of: "AttacheCLI",
      needing: [
        "QuizModel", "QuestionBank", "QuestionGenerator", "LearningModel", "Study", "GameSession",
        "ScoreStore", "LineEditing", "TerminalUI", "Classroom", "Exchange", "DurableFiles",
        "TestSupport", argumentParser,
      ],
      resources: ["Snapshots", "Fixtures", "Studying/Snapshots", "Classroom/Snapshots"]
    ),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["attache", "QuizModel", "ScoreStore", "TestSupport"],
      exclude: ["Fixtures", "Faults/faults.c"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
