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
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

// Each target may import only what stands below it; Tests/ArchitectureTests reads the import lines.
let package = Package(
  name: "attache",
  products: [.executable(name: "attache", targets: ["attache"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .executableTarget(name: "attache", dependencies: ["AttacheCLI"], swiftSettings: settings),
    .target(
      name: "AttacheCLI",
      dependencies: [
        "QuizModel", "QuestionBank", "QuestionGenerator", "GameSession", "ScoreStore",
        "LineEditing", "TerminalUI", argumentParser,
      ],
      swiftSettings: settings),
    .target(
      name: "TerminalUI", dependencies: ["QuizModel", "GameSession"], swiftSettings: settings),
    .target(name: "LineEditing", dependencies: ["CReadlineShim"], swiftSettings: settings),
    .target(name: "CReadlineShim", linkerSettings: [.linkedLibrary("readline")]),
    .target(name: "ScoreStore", dependencies: ["QuizModel", grdb], swiftSettings: settings),
    .target(
      name: "GameSession", dependencies: ["QuizModel", "QuestionGenerator"],
      swiftSettings: settings),
    .target(
      name: "QuestionGenerator", dependencies: ["QuizModel", "QuestionBank"],
      swiftSettings: settings),
    .target(
      name: "QuestionBank", dependencies: ["QuizModel", grdb, grdbSQLite, yams],
      swiftSettings: settings),
    .target(name: "QuizModel", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
